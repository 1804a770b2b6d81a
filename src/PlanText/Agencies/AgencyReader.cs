using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Agencies;

/// <summary>Recognises names of agencies (cơ quan) and lists of them; names are kept as written.</summary>
internal sealed class AgencyReader(Flow flow)
{
    private const int LongestList = 120;
    private readonly Token[] tokens = flow.Tokens;

    /// <summary>Whether the name of an agency or group begins at the token.</summary>
    public bool IsAt(int at, int to)
    {
        if (at >= to)
            return false;
        if (AgencyWords.Groups.IsAt(tokens, at) || AgencyWords.Bodies.IsAt(tokens, at))
            return true;
        var length = AgencyWords.Types.Match(tokens, at, out _);
        if (length == 0 || at + length >= to)
            return false;
        return tokens[at + length].IsWord && (IsCapital(at + length) || AgencyWords.Tiers.IsAt(tokens, at + length));
    }

    /// <summary>Where the list of agencies that begins at <paramref name="at"/> ends.</summary>
    public int End(int at, int to)
    {
        var last = Math.Min(to, at + LongestList);
        var opening = Opening(at);
        for (var i = at + opening; i < last; i++)
        {
            if (tokens[i].IsNumber && tokens[i - 1].Text is "vực" or "vùng" or "số")
                continue;
            if (tokens[i].Is(";") && IsAt(i + 1, to))
                continue;
            if (tokens[i].Kind != TokenKind.Word && tokens[i].Text is not ("," or "-" or "&" or "/"))
                return i;
            var qualifier = AgencyWords.Qualifiers.Match(tokens, i, out _);
            if (qualifier > 0)
                i += qualifier - 1;
            else if (tokens[i - 1].Text is "," or "và" or ";" && IsAt(i, to))
                i += Math.Max(1, Opening(i)) - 1;
            else if ((!IsCapital(i) && AgencyWords.Actions.IsAt(tokens, i) && !IsNamedAction(at, i)) || AgencyWords.Reporting.IsAt(tokens, i))
                return TrimmedEnd(at, i);
        }

        return last;
    }

    /// <summary>The names of the list in [from, to); commas and "và" inside a name do not cut it.</summary>
    public List<string> Names(int from, int to)
    {
        var names = new List<string>();
        var start = from;
        for (var i = from + Math.Max(1, Opening(from)); i < to; i++)
        {
            if (tokens[i].Text is not ("," or "và" or ";") || !IsAt(i + 1, to) || IsJointOffice(start, i))
                continue;
            names.Add(Words(start, i));
            start = i + 1;
            i += Math.Max(0, Opening(start) - 1);
        }

        if (start < to)
            names.Add(Words(start, to));
        return names;
    }

    /// <summary>"Các Phòng: A, B và C": the type word is said once; it is put back before each name.</summary>
    public List<string> Factored(int from, int colon, int to, out int end)
    {
        var type = tokens[from].Is("các") ? from + 1 : from;
        var word = Words(type, type + 1);
        var names = new List<string>();
        end = colon + 1;
        while (end < to)
        {
            var nameEnd = FieldEnd(end, to);
            if (nameEnd == end)
                break;
            names.Add(IsAt(end, to) ? Words(end, nameEnd) : $"{word} {Words(end, nameEnd)}");
            end = nameEnd;
            if (end + 1 >= to || tokens[end].Text is not ("," or "và") || !IsCapital(end + 1))
                break;
            end++;
        }

        return names;
    }

    public string Words(int from, int to) => to <= from ? "" : flow.Words(tokens[from].Start, tokens[to - 1].End);

    private int FieldEnd(int at, int to)
    {
        if (!IsCapital(at))
            return at;
        var field = AgencyWords.Fields.Match(tokens, at, out _);
        if (field > 0)
            return at + field;
        var end = at;
        while (end < to && (tokens[end].IsWord || tokens[end].Text is "-" or "&") && !tokens[end].Is("và") && (IsCapital(end) || tokens[end].Is("-") || !AgencyWords.Actions.IsAt(tokens, end)))
            end++;
        return end;
    }

    private int Opening(int at)
    {
        var group = AgencyWords.Groups.Match(tokens, at, out _);
        if (group == 0)
            group = AgencyWords.Bodies.Match(tokens, at, out _);
        if (group > 0)
            return group;
        var type = AgencyWords.Types.Match(tokens, at, out _);
        return type == 0 ? 0 : type + 1;
    }

    // "Văn phòng HĐND và UBND" is one office.
    private bool IsJointOffice(int from, int at) => tokens[from].Is("văn") && tokens[at].Is("và") && tokens[at - 1].Text is "hđnd" or "dân";

    // "Trung tâm Trợ giúp pháp lý": with a capital, what it does is its name.
    private bool IsNamedAction(int from, int at) => at - 1 > from && IsCapital(at - 1) && AgencyWords.Actions.Match(tokens, at - 1, out _) > 1;

    private int TrimmedEnd(int from, int end)
    {
        while (end > from + 1 && tokens[end - 1].Text is "," or "và" or "-")
            end--;
        return end;
    }

    private bool IsCapital(int at) => char.IsUpper(flow.Text[tokens[at].Start]) || flow.Text[tokens[at].Start] == '\u00D0';
}
