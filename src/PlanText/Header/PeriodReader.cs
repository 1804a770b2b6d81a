using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Targets;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Header;

/// <summary>
/// Years of the plan. The title decides: a stated period ("Giai đoạn 2021 - 2025"), then its other years; what it leaves open, the scope
/// and the headings of the targets say. Years inside quotation marks, in the date of a document or behind its number belong to documents.
/// </summary>
internal sealed class PeriodReader(Flow flow, Outline outline)
{
    private static readonly PhraseTable<bool> Stage = Phrases.Of("giai đoạn");
    private int? from;
    private int? to;
    private int? vision;

    public PlanPeriod? Read(string? title)
    {
        var words = title is null ? [] : OutsideQuotes(Tokenizer.Cut(BuildingBlocks.Domain.Text.TextFolding.Fold(title)));
        ReadRange(words, isNamed: true);
        ReadYears(words);
        ReadRange(words, isNamed: false);
        foreach (var block in outline.Of(SectionKind.Scope).SelectMany(section => section.Blocks))
            ReadRange(flow.TokensOf(block), isNamed: true);
        foreach (var section in outline.Of(SectionKind.Targets))
            ReadHeadings(section);
        ReadOrientation(words);
        ReadOwnYear(words);
        return from is null && to is null && vision is null ? null : new PlanPeriod(from, to, vision);
    }

    private void ReadHeadings(Section section)
    {
        foreach (var block in section.Blocks.Prepend(section.Heading).OfType<Block>())
        {
            if (block.Marker.IsNumbered && block.EndToken - block.FirstToken <= 32)
                ReadYears(flow.TokensOf(block));
        }
    }

    private static Token[] OutsideQuotes(Token[] tokens)
    {
        var quoted = new Enclosure();
        var open = new List<Token>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!quoted.Holds(tokens, i, tokens.Length))
                open.Add(tokens[i]);
            else if (tokens[i].Is("(") && RangeAt(tokens, i + 1) is not null)
                open.AddRange(tokens[(i + 1)..(i + 4)]);
        }

        return [.. open];
    }

    private void ReadRange(ReadOnlySpan<Token> tokens, bool isNamed)
    {
        for (var i = isNamed ? 2 : 0; i < tokens.Length; i++)
        {
            if (RangeAt(tokens, i) is not { } range || (isNamed && !Stage.IsAt(tokens, i - 2)) || (to is not null && to != range.Last))
                continue;
            from ??= range.First;
            to ??= range.Last;
        }
    }

    private static (int First, int Last)? RangeAt(ReadOnlySpan<Token> tokens, int at) =>
        at + 2 < tokens.Length && Year(tokens[at]) is { } first && tokens[at + 1].Text is "-" or "đến" && Year(tokens[at + 2]) is { } last && last > first ? (first, last) : null;

    private void ReadYears(ReadOnlySpan<Token> tokens)
    {
        var seen = SectionWords.Vision.Find(tokens, out _, out _);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Year(tokens[i]) is not { } year || i == 0 || !(tokens[i - 1].Text is "năm" or "đến" or "nhìn") || IsOfDocument(tokens, i) || RangeAt(tokens, i) is not null)
                continue;
            if (seen >= 0 && seen < i)
                vision ??= year;
            else
                to ??= year;
        }
    }

    // "... trên địa bàn xã năm 2026": the plan of one year; "năm 2025 và giai đoạn 2026 - 2030" begins with it.
    private void ReadOwnYear(ReadOnlySpan<Token> tokens)
    {
        for (var i = 2; i < tokens.Length; i++)
        {
            if (Year(tokens[i]) is not { } year || !tokens[i - 1].Is("năm") || !tokens[i - 2].IsWord || Bounds.IsAt(tokens, i - 2) || IsOfDocument(tokens, i))
                continue;
            to ??= year;
            from = from is null ? to == year ? year : null : Math.Min(from.Value, year);
        }
    }

    // "ngày 16 tháng 7 năm 2021"; "Kế hoạch 187/KH-UBND năm 2025", as sites name a document by the year of its issue.
    private static bool IsOfDocument(ReadOnlySpan<Token> tokens, int at) =>
        (at >= 5 && tokens[at - 3].Is("tháng") && tokens[at - 5].Is("ngày"))
        || (at >= 6 && tokens[at - 6].IsNumber && tokens[at - 5].Text is "/" or "-" && tokens[at - 4].IsWord && tokens[at - 3].Text is "-" or "/");

    // "Giai đoạn 2020 - 2025, định hướng đến năm 2030": the plan reaches as far as its orientation does.
    private void ReadOrientation(ReadOnlySpan<Token> tokens)
    {
        var at = Orientation.Find(tokens, out _, out var length);
        for (var i = at + length; at >= 0 && i < Math.Min(tokens.Length, at + length + LongestOrientation); i++)
        {
            if (Year(tokens[i]) is { } year && year > to)
                to = year;
        }
    }

    private const int LongestOrientation = 4;
    private static readonly PhraseTable<bool> Orientation = Phrases.Of("định hướng");
    private static readonly PhraseTable<bool> Bounds = Phrases.Of("đến", "nhìn", "cuối", "hết", "tháng", "vào", "từ");

    private static int? Year(Token token) => token.IsNumber && NumberText.Whole(token.Text) is >= 1990 and <= 2100 and var year ? year : null;
}
