using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanText.Agencies;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Header;

/// <summary>
/// Finds who issues the document. The lines of the head decide; the sentence that says who issues it names the same body in full, and
/// stands alone where the head has gone. A sentence about another body speaks of another document.
/// </summary>
internal sealed class IssuerReader(Flow flow, Outline outline)
{
    private const int LongestHeadLine = 120;
    private readonly Token[] tokens = flow.Tokens;
    private readonly AgencyReader agencies = new(flow);

    public Issuer? Read(string? place, string? province)
    {
        var (head, isAboveTitle) = Headed();
        var headed = Named(head, place, province);
        var sentence = Announced();
        var announced = Named(sentence, place, province);
        if (headed?.Place is { } own && announced is not null && headed.IsOfTier(announced))
            announced = Named(sentence, own, own);
        return (announced is null || (headed is not null && isAboveTitle && !headed.IsNamedBy(announced)) ? headed : announced)?.Issuer;
    }

    // "UBND tỉnh X ban hành Kế hoạch", "Ban Thường vụ Huyện ủy ban hành Kế hoạch".
    private (int From, int To)? Announced()
    {
        (int, int)? last = null;
        foreach (var block in outline.Preamble.Blocks)
        {
            for (var i = block.FirstToken; i < block.EndToken; i++)
            {
                if (!agencies.IsAt(i, block.EndToken))
                    continue;
                var end = NameEnd(i, block.EndToken);
                var adverb = end < block.EndToken && tokens[end].Text is "đã" or "vừa" ? 1 : 0;
                var verb = HeaderWords.Issues.Match(tokens, end + adverb, out _);
                if (verb > 0 && HeaderWords.Plans.IsAt(tokens, end + adverb + verb))
                    last = (i, end);
                i = Math.Max(i, end - 1);
            }
        }

        return last;
    }

    // The lines of the head, and whether they stand where a head does: above the title, with the name at the start of a line.
    private ((int From, int To)? Found, bool IsAboveTitle) Headed()
    {
        var isAbove = true;
        foreach (var block in outline.Preamble.Blocks.Where(block => block.Lines[0].IsCapitals))
        {
            isAbove &= !HeaderWords.Kinds.IsAt(flow.TokensOf(block), 0);
            if (block.End - block.Start > LongestHeadLine)
                continue;
            var starts = HeadLines.Starts(block);
            var at = Lowest(flow.TokensOf(block), starts);
            if (at < 0)
                at = HeaderWords.Councils.Find(flow.TokensOf(block), out _, out _);
            if (at >= 0)
                return ((block.FirstToken + at, HeadEnd(block.FirstToken + at, block.EndToken)), isAbove && starts.Contains(at));
        }

        return (null, false);
    }

    // "ĐẢNG BỘ TỈNH A / HUYỆN ỦY B": the superior body stands on top.
    private static int Lowest(ReadOnlySpan<Token> words, IReadOnlyList<int> openings)
    {
        var at = IssuerIn(words, openings, out var known, out var length);
        var next = at + length;
        while (at >= 0 && IssuerIn(words[next..], [], out var other, out length) is var more and >= 0)
        {
            if (other.System == known.System && other.Level > known.Level)
                (at, known) = (next + more, other);
            next += more + length;
        }

        return at;
    }

    private static int IssuerIn(ReadOnlySpan<Token> words, IReadOnlyList<int> openings, out (GovernmentLevel Level, GovernmentSystem System) known, out int length)
    {
        for (var i = 0; i < words.Length; i++)
        {
            length = HeaderWords.Issuers.Match(words, i, out known);
            if (length > 0 && (!HeaderWords.Departments.IsAt(words, i) || openings.Contains(i)))
                return i;
        }

        (known, length) = (default, 0);
        return -1;
    }

    // The motto of the other column may stand on either side of the issuer; only behind it does it end the name.
    private int HeadEnd(int at, int to)
    {
        var motto = HeaderWords.Mottos.Find(tokens.AsSpan(at, to - at), out _, out _);
        return motto > 0 ? at + motto : to;
    }

    private int NameEnd(int at, int to)
    {
        var end = at + 1;
        while (end < to && tokens[end].IsWord && !HeaderWords.Issues.IsAt(tokens, end) && !(tokens[end].Text is "đã" or "vừa") && end - at < 16)
            end++;
        return end;
    }

    private NamedIssuer? Named((int From, int To)? found, string? place, string? province)
    {
        if (found is not var (from, to))
            return null;
        var name = tokens.AsSpan(from, to - from);
        var body = IssuerIn(name, [0], out var known, out var length);
        if (body < 0)
            return OfTier(from, to, place, province);
        var central = HeaderWords.CentralCities.IsIn(name[(body + length)..]);
        var level = known.Level == GovernmentLevel.District && name[body].Is("thành") && (central || IsCentral(place)) ? GovernmentLevel.Province : known.Level;
        var issuer = new Issuer(Completed(from, to, from + body + length, place, province, level), level, known.System);
        var isDepartment = HeaderWords.Departments.IsAt(name, body);
        return new NamedIssuer(issuer, isDepartment || level == GovernmentLevel.Central ? null : PlaceIn(from + body + length, to), isDepartment);
    }

    private NamedIssuer? OfTier(int from, int to, string? place, string? province)
    {
        var name = tokens.AsSpan(from, to - from);
        var tier = HeaderWords.Tiers.Find(name, out var level, out var words);
        if (tier < 0)
            return null;
        if (name[tier].Is("thành") && (HeaderWords.CentralCities.IsIn(name[(tier + words)..]) || (tier + words == name.Length && IsCentral(place))))
            level = GovernmentLevel.Province;
        var issuer = new Issuer(Completed(from, to, from + tier + words, place, province, level), level, GovernmentSystem.State);
        return new NamedIssuer(issuer, PlaceIn(from + tier + words, to), IsDepartment: false);
    }

    private static bool IsCentral(string? place) => place is not null && HeaderWords.CentralCities.IsAt(Tokenizer.Cut(TextFolding.Fold(place)), 0);

    // A name in capitals keeps one for its first word and one for each word of the place.
    private string Lowered(int from, int nameFrom, int to)
    {
        var words = flow.Words(tokens[from].Start, tokens[nameFrom - 1].End).ToLowerInvariant();
        return string.Join(' ', new[] { char.ToUpperInvariant(words[0]) + words[1..], PlaceIn(nameFrom, to) }.OfType<string>());
    }

    private string? PlaceIn(int from, int to)
    {
        if (from >= to)
            return null;
        var name = flow.Words(tokens[from].Start, tokens[to - 1].End);
        return name.Any(char.IsLower) ? name : string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[..1] + word[1..].ToLowerInvariant()));
    }

    // "UBND huyện" alone is completed with the place of issue.
    private string Completed(int from, int to, int nameFrom, string? place, string? province, GovernmentLevel level)
    {
        var words = flow.Words(tokens[from].Start, tokens[to - 1].End);
        if (!words.Any(char.IsLower))
            words = Lowered(from, Math.Min(nameFrom, to), to);
        if (tokens[from].Is("ubnd"))
            words = "Ủy ban nhân dân" + words[tokens[from].Length..];
        if (nameFrom < to)
            return words;
        var own = level == GovernmentLevel.Province ? province ?? place : place;
        return own is null ? words : $"{words} {own}";
    }

    /// <summary>An issuer, the place in its name where the text has one, and whether it is a department of a council.</summary>
    private sealed record NamedIssuer(Issuer Issuer, string? Place, bool IsDepartment)
    {
        /// <summary>Whether another name may be a fuller one of the same body, or of a body below it: a head has the superior one on top.</summary>
        public bool IsNamedBy(NamedIssuer other) =>
            IsOfTier(other) ? !IsDepartment || other.IsDepartment : Issuer.System == other.Issuer.System && other.Issuer.Level > Issuer.Level;

        public bool IsOfTier(NamedIssuer other) => Issuer.System == other.Issuer.System && Issuer.Level == other.Issuer.Level;
    }
}
