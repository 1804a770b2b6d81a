using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Finds the years by which something is to be reached; years of comparison are not among them.</summary>
internal static class Years
{
    private const int Earliest = 1990;
    private const int Latest = 2100;
    private const int LongestBaseline = 12;
    private const int StageLength = 5;
    private static readonly PhraseTable<bool> Stage = Phrases.Of("giai đoạn", "nhiệm kỳ");
    private static readonly PhraseTable<bool> Terms = Phrases.Of("nhiệm kỳ");

    // "Đến ngày 31/12/2026, ..." leads in, "Năm 2026 đạt 120 căn, ..." does not.
    private static readonly PhraseTable<bool> InDates = Phrases.Of("ngày", "tháng", "quý", "/", "-");

    /// <summary>The first such year in [from, to), or null.</summary>
    public static int? First(Token[] tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (At(tokens, i, to) is { } year && !IsBaseline(tokens, from, i))
                return year;
        }

        return null;
    }

    /// <summary>The year that a heading or lead-in sets for what follows: "đến năm 2030", "Giai đoạn 2026 - 2028" (the last).</summary>
    public static int? Set(Token[] tokens, int from, int to) => First(tokens, from, to) ?? LastOfStage(tokens, from, to);

    private static int? LastOfStage(Token[] tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (StageAt(tokens, i, to) is { } year)
                return year;
        }

        return null;
    }

    /// <summary>The last year of "trong giai đoạn 2027 - 2028", which the name of a programme would not say; or null.</summary>
    public static int? LastWithin(Token[] tokens, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if ((tokens[i - 1].Text is "trong" or "cả" || Terms.IsAt(tokens, i)) && StageAt(tokens, i, to) is { } year)
                return year;
        }

        return null;
    }

    // "giai đoạn 2026 - 2028".
    private static int? StageAt(Token[] tokens, int at, int to) =>
        at + 4 < to && Stage.IsAt(tokens, at) && tokens[at + 2].IsNumber && tokens[at + 3].Text is "-" or "đến" && tokens[at + 4].IsNumber
        && NumberText.Whole(tokens[at + 4].Text) is >= Earliest and <= Latest and var year ? year : null;

    /// <summary>The last year among words that may name it without saying "năm", as the title of a column does; or null.</summary>
    public static int? LastOf(ReadOnlySpan<Token> words)
    {
        for (var i = words.Length - 1; i >= 0; i--)
        {
            if (words[i].IsNumber && words[i].Text.Length == 4 && NumberText.Whole(words[i].Text) is >= Earliest and <= Latest and var year)
                return year;
        }

        return null;
    }

    /// <summary>The year named at "năm YYYY", or null.</summary>
    public static int? At(Token[] tokens, int at, int to) =>
        tokens[at].Is("năm") && at + 1 < to && tokens[at + 1].IsNumber && NumberText.Whole(tokens[at + 1].Text) is >= Earliest and <= Latest and var year ? year : null;

    /// <summary>"so với (cuối) năm 2020": the tokens of the phrase, or an empty range.</summary>
    public static (int From, int To) Baseline(Token[] tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (At(tokens, i, to) is not null && IsBaseline(tokens, from, i))
                return (BaselineStart(tokens, from, i), i + 2);
        }

        return (from, from);
    }

    private static bool IsBaseline(Token[] tokens, int from, int at) => BaselineStart(tokens, from, at) >= 0;

    private static int BaselineStart(Token[] tokens, int from, int at)
    {
        for (var i = at - 1; i >= Math.Max(from, at - LongestBaseline) && !tokens[i].IsNumber && tokens[i].Text is not ("," or ";"); i--)
        {
            if (TargetWords.Against.IsAt(tokens, i))
                return i;
        }

        return -1;
    }

    /// <summary>Length of a lead-in at the start of a clause ("Phấn đấu đến hết năm 2025,"), with its year; 0 when none.</summary>
    public static int LeadIn(Token[] tokens, int from, int to, out int? year)
    {
        year = null;
        var last = Math.Min(to, from + 9);
        for (var i = from; i < last; i++)
        {
            if (tokens[i].Text is "," or ":")
                return year is null ? 0 : i + 1 - from;
            if ((At(tokens, i, to) ?? StageAt(tokens, i, to)) is not { } found)
            {
                if (tokens[i].IsNumber && (i == from || !InDates.IsAt(tokens, i - 1)))
                    return 0;
                continue;
            }

            year = found;
            i += Stage.IsAt(tokens, i) ? StageLength - 1 : 1;
        }

        return 0;
    }
}
