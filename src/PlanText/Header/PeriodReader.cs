using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Targets;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Header;

/// <summary>
/// Years of the plan: a stated period ("Giai đoạn 2021 - 2025") under scope or in the title, headings of the targets, then years of the title.
/// Years inside quotation marks belong to other documents.
/// </summary>
internal sealed class PeriodReader(Flow flow, Outline outline)
{
    private static readonly PhraseTable<bool> Stage = Phrases.Of("giai đoạn");
    private int? from;
    private int? to;
    private int? vision;

    public PlanPeriod? Read(string? title)
    {
        foreach (var section in outline.Of(SectionKind.Scope))
        {
            foreach (var block in section.Blocks)
                ReadRange(flow.TokensOf(block));
        }

        var words = title is null ? [] : OutsideQuotes(Tokenizer.Cut(BuildingBlocks.Domain.Text.TextFolding.Fold(title)));
        ReadRange(words);
        foreach (var section in outline.Of(SectionKind.Targets))
            ReadHeadings(section);
        ReadYears(words);
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
        }

        return [.. open];
    }

    private void ReadRange(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i + 4 < tokens.Length; i++)
        {
            if (Stage.IsAt(tokens, i) && Year(tokens[i + 2]) is { } first && tokens[i + 3].Text is "-" or "đến" && Year(tokens[i + 4]) is { } last && last > first)
            {
                from ??= first;
                to ??= last;
            }
        }
    }

    private void ReadYears(ReadOnlySpan<Token> tokens)
    {
        var seen = SectionWords.Vision.Find(tokens, out _, out _);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Year(tokens[i]) is not { } year || i == 0 || !(tokens[i - 1].Text is "năm" or "đến" or "nhìn"))
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
            if (Year(tokens[i]) is not { } year || !tokens[i - 1].Is("năm") || !tokens[i - 2].IsWord || Bounds.IsAt(tokens, i - 2))
                continue;
            to ??= year;
            from = from is null ? to == year ? year : null : Math.Min(from.Value, year);
        }
    }

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
