using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Duties;

/// <summary>A deadline in token positions [At, End): day and month with an optional year.</summary>
internal sealed record FoundDeadline(int At, int End, int? Day, int? Month, int? Year, bool Inclusive)
{
    /// <summary>The one date that is meant, when the year is stated and the date exists.</summary>
    public DateOnly? Date => Year is { } year && Month is { } month && Day is { } day && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}

/// <summary>Finds deadlines: "trước ngày 25/11", "chậm nhất 15 tháng 12", "trước ngày 20 hằng tháng", "trước 16/12/2025".</summary>
internal static class DeadlineScanner
{
    private const int LongestGap = 24;
    private static readonly PhraseTable<bool> Recurring = Phrases.Of("tháng", "quý");

    public static List<FoundDeadline> Scan(Token[] tokens, int from, int to)
    {
        var found = new List<FoundDeadline>();
        for (var i = from; i < to; i++)
        {
            var trigger = DutyWords.Triggers.Match(tokens, i, out var inclusive);
            var listed = trigger == 0 && found.Count > 0 && IsListed(tokens, found[^1].End, i);
            if (trigger == 0 && !listed)
                continue;
            var at = i + Math.Max(trigger, 1);
            while (at < to && tokens[at].Text is "ngày" or ":" or "là")
                at++;
            if (Read(tokens, i, at, to, listed ? found[^1].Inclusive : inclusive) is not { } deadline)
                continue;
            if (listed && deadline.Year is not null && found[^1].Year is null && i > found[^1].End + 1)
                continue;
            found.Add(deadline);
            i = deadline.End - 1;
        }

        return found;
    }

    // "Trước ngày 15/6 (6 tháng) và ngày 15/12 (năm)": a bare day goes on with a list, unless it dates a document named since.
    private static bool IsListed(Token[] tokens, int last, int at) =>
        tokens[at].Is("ngày") && at > last && at - last <= LongestGap && tokens[at - 1].Text is "," or "và"
        && !DutyWords.Citing.IsIn(tokens.AsSpan(last, at - last));

    private static FoundDeadline? Read(Token[] tokens, int start, int at, int to, bool inclusive)
    {
        if (at >= to)
            return null;
        if (tokens[at].Is("tháng") && Number(tokens, at + 1, to, 12) is { } only)
            return new FoundDeadline(start, at + 2, null, only, YearAfter(tokens, at + 2, to, out _), inclusive);
        if (Number(tokens, at, to, 31) is not { } day)
            return null;

        var end = at + 1;
        int? month = null;
        if (end + 1 < to && tokens[end].Text is "/" or "-" or "tháng" && Number(tokens, end + 1, to, 12) is { } named)
            (month, end) = (named, end + 2);
        else if (IsLength(tokens, at, to) || !IsMonthly(tokens, end, to))
            return null;
        var year = YearAfter(tokens, end, to, out var yearEnd);
        return day > DaysIn(month) ? null : new FoundDeadline(start, yearEnd, day, month, year, inclusive);
    }

    // "05 ngày sau khi ...", "05 (năm) ngày", "01 tháng kể từ ...": so long, not until then. "Ngày 15 tháng cuối quý" is a day.
    private static bool IsLength(Token[] tokens, int at, int to)
    {
        var next = at + 1;
        if (next + 2 < to && tokens[next].Is("(") && tokens[next + 2].Is(")"))
            next += 3;
        return next < to && !tokens[at - 1].Is("ngày") && DutyWords.Lengths.IsAt(tokens, next);
    }

    // Without a month a day is a deadline only of something monthly or quarterly ("ngày 20 hằng tháng", "ngày 15 của tháng cuối quý").
    private static bool IsMonthly(Token[] tokens, int at, int to)
    {
        var last = Math.Min(to, at + 6);
        for (var i = at; i < last; i++)
        {
            if (Recurring.IsAt(tokens, i))
                return true;
        }

        return false;
    }

    private static int? YearAfter(Token[] tokens, int at, int to, out int end)
    {
        end = at;
        if (at + 1 >= to || !(tokens[at].Text is "/" or "năm" or "-") || !tokens[at + 1].IsNumber)
            return null;
        if (NumberText.Whole(tokens[at + 1].Text) is not (>= 1990 and <= 2100 and var year))
            return null;
        end = at + 2;
        return year;
    }

    private static int? Number(Token[] tokens, int at, int to, int most) =>
        at < to && tokens[at].IsNumber && NumberText.Whole(tokens[at].Text) is { } value && value >= 1 && value <= most ? value : null;

    private static int DaysIn(int? month) => month is { } named ? DateTime.DaysInMonth(2024, named) : 31;
}
