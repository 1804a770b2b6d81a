using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Agencies;

/// <summary>Who leads and who coordinates, and where the words that say so end.</summary>
/// <param name="Lead">Who leads, as written.</param>
/// <param name="Coordinating">Who coordinates.</param>
/// <param name="End">The token behind the words.</param>
/// <param name="IsExplicit">Whether the words say so, or only name somebody.</param>
internal sealed record Assignment(string Lead, IReadOnlyList<string> Coordinating, int End, bool IsExplicit);

/// <summary>Reads "X chủ trì, phối hợp với Y, Z", "X phối hợp Y" and bare groups of agencies.</summary>
internal sealed class AssignmentReader(Flow flow)
{
    private const int LongestBracket = 24;
    private readonly AgencyReader agencies = new(flow);

    /// <summary>The assignment that a heading or line consists of; null when the line says something else.</summary>
    public Assignment? Read(int from, int to)
    {
        var tokens = flow.Tokens;
        var at = from + AgencyWords.Requests.Match(tokens, from, out _);
        if (!agencies.IsAt(at, to))
            return null;
        var end = agencies.End(at, to);
        var lead = AgencyWords.Leads.Match(tokens, end, out _);
        var after = end + lead;
        while (lead > 0 && after < to && tokens[after].Text is "," or "và")
            after++;
        var coordination = Coordination(after, to);
        if (lead == 0 && coordination == after)
        {
            // "Tổ chức dịch vụ thu (Bưu điện xã, Hội Phụ nữ xã): ..."
            end = BracketEnd(end, to);
            return end >= to || tokens[end].Is(":") ? new Assignment(agencies.Words(at, end), [], end, IsExplicit: false) : null;
        }

        var listEnd = coordination > after && agencies.IsAt(coordination, to) ? agencies.End(coordination, to) : coordination;
        return new Assignment(agencies.Words(at, end), listEnd > coordination ? agencies.Names(coordination, listEnd) : [], listEnd, IsExplicit: true);
    }

    /// <summary>"X chủ trì; Y, Z phối hợp (thực hiện)" in [from, to), with the bracket that closes it; null when it says something else.</summary>
    public Assignment? Bracketed(int from, int to)
    {
        var tokens = flow.Tokens;
        if (!agencies.IsAt(from, to))
            return null;
        var leadEnd = agencies.End(from, to);
        var leads = AgencyWords.Leads.Match(tokens, leadEnd, out _);
        if (leads == 0)
            return null;
        var at = leadEnd + leads;
        while (at < to && tokens[at].Text is ";" or ",")
            at++;
        if (at >= to || tokens[at].Is(")"))
            return new Assignment(agencies.Words(from, leadEnd), [], at, IsExplicit: true);
        if (!agencies.IsAt(at, to))
            return null;
        var end = agencies.End(at, to);
        return Coordination(end, to) > end ? new Assignment(agencies.Words(from, leadEnd), agencies.Names(at, end), end, IsExplicit: true) : null;
    }

    /// <summary>"X (chủ trì); Y, Z (phối hợp)" from <paramref name="from"/> on; null when nobody is marked as leading.</summary>
    public Assignment? Marked(int from, int to)
    {
        var lead = MarkEnd(AgencyWords.Leads, from, to, out var leadEnd);
        if (lead < 0)
            return null;
        var next = leadEnd;
        while (next < to && flow.Tokens[next].Text is ";" or "," or "và")
            next++;
        var coordinating = MarkEnd(Coordinates, next, to, out var end);
        return coordinating < 0
            ? new Assignment(agencies.Words(from, lead), [], leadEnd, IsExplicit: true)
            : new Assignment(agencies.Words(from, lead), agencies.Names(next, coordinating), end, IsExplicit: true);
    }

    private static readonly PhraseTable<bool> Coordinates = Phrases.Of("phối hợp");

    // Where the bracket opens that holds such a word and nothing else, and where it is closed.
    private int MarkEnd(PhraseTable<bool> words, int from, int to, out int end)
    {
        for (var i = from + 1; i + 2 < to; i++)
        {
            end = i + 1 + words.Match(flow.Tokens, i + 1, out _);
            if (flow.Tokens[i].Is("(") && end > i + 1 && end < to && flow.Tokens[end].Is(")"))
            {
                end++;
                return i;
            }
        }

        end = to;
        return -1;
    }

    // Position behind a bracket that begins here, or the same position.
    private int BracketEnd(int at, int to)
    {
        if (at >= to || !flow.Tokens[at].Is("("))
            return at;
        for (var i = at + 1; i < Math.Min(to, at + LongestBracket); i++)
        {
            if (flow.Tokens[i].Is(")"))
                return i + 1;
        }

        return at;
    }

    // Position after "phối hợp (với)", or the same position.
    private int Coordination(int at, int to)
    {
        var tokens = flow.Tokens;
        if (at + 2 >= to || !tokens[at].Is("phối") || !tokens[at + 1].Is("hợp"))
            return at;
        return tokens[at + 2].Is("với") ? at + 3 : at + 2;
    }
}
