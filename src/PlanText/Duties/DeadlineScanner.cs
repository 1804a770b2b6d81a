using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Duties;

/// <summary>
/// A deadline in token positions [At, End): day and month with an optional year, as the text has them. A month that still
/// counts has no day: it ends with its last.
/// </summary>
internal sealed record FoundDeadline(int At, int End, int? Day, int? Month, int? Year, bool Inclusive)
{
    /// <summary>The one date that is meant, when the year is stated and the date exists.</summary>
    public DateOnly? Date => Year is { } year && Month is { } month and <= 12 && (Day ?? DateTime.DaysInMonth(year, month)) is var day && day <= DateTime.DaysInMonth(year, month)
        ? new DateOnly(year, month, day)
        : null;

    /// <summary>The deadline of every year or month; with a year only where that year has no such date.</summary>
    public ReportingDeadline? Recurring => Date is null ? new ReportingDeadline(Day, Month, Inclusive, Month is null ? null : Year) : null;
}

/// <summary>Finds deadlines: "trước ngày 25/11", "chậm nhất 15 tháng 12", "trước ngày 20 hằng tháng", "trước 16/12/2025".</summary>
internal static class DeadlineScanner
{
    private const int LongestGap = 24;
    private const int LargestPart = 99;
    private const int LongestMonth = 31;
    // "Định kỳ tháng 12 hằng năm", but not "định kỳ 6 tháng".
    private static readonly PhraseTable<bool> Regular = Phrases.Of("định kỳ");
    private static readonly PhraseTable<bool> Recurring = Phrases.Of("tháng", "quý");

    public static List<FoundDeadline> Scan(Token[] tokens, int from, int to)
    {
        var found = new List<FoundDeadline>();
        for (var i = from; i < to; i++)
        {
            var trigger = DutyWords.Triggers.Match(tokens, i, out var inclusive);
            var bare = trigger == 0 && found.Count > 0 && IsNextDay(tokens, found[^1], i, to);
            var listed = bare || (trigger == 0 && found.Count > 0 && IsListed(tokens, found[^1].End, i));
            if (trigger == 0 && !listed)
                continue;
            var at = bare ? i : i + Math.Max(trigger, 1);
            while (at < to && tokens[at].Text is "ngày" or ":" or "là")
                at++;
            if (Regular.IsAt(tokens, i) && !(at < to && tokens[at].Is("tháng")))
                continue;
            if (Read(tokens, i, at, to, listed ? found[^1].Inclusive : inclusive) is not { } deadline)
                continue;
            if (listed && deadline.Year is not null && found[^1].Year is null && i > found[^1].End + 1)
                continue;
            found.Add(deadline);
            i = deadline.End - 1;
        }

        return found;
    }

    // "Trước ngày 15/6 và 15/12": the next day follows at once.
    private static bool IsNextDay(Token[] tokens, FoundDeadline last, int at, int to) =>
        at == last.End + 1 && last.Month is not null && last.Year is null && tokens[at - 1].Text is "," or "và" && at + 2 < to
        && tokens[at].IsNumber && tokens[at + 1].Text is "/" or "tháng" && Number(tokens, at, to, LongestMonth) is not null && Number(tokens, at + 2, to, 12) is not null;

    // "Trước ngày 15/6 (6 tháng) và ngày 15/12 (năm)": a bare day goes on with a list, unless it dates a document named since.
    private static bool IsListed(Token[] tokens, int last, int at) =>
        tokens[at].Is("ngày") && at > last && at - last <= LongestGap && tokens[at - 1].Text is "," or "và"
        && !DutyWords.Citing.IsIn(tokens.AsSpan(last, at - last));

    private static FoundDeadline? Read(Token[] tokens, int start, int at, int to, bool inclusive)
    {
        if (at >= to)
            return null;
        if (tokens[at].Is("tháng") && Number(tokens, at + 1, to, 12) is { } only)
        {
            // "Trước tháng 12" is over when December begins.
            var first = inclusive ? (int?)null : 1;
            var named = YearAfter(tokens, at + 2, to, out var namedEnd);
            return new FoundDeadline(start, namedEnd, first, only, named, inclusive);
        }

        var isDay = tokens[at - 1].Is("ngày");
        if (Number(tokens, at, to, isDay ? LargestPart : 31) is not { } day)
            return null;
        var month = Month(tokens, at + 1, to, isDay);
        if (month is null && (day > 31 || IsLength(tokens, at, to) || !IsMonthly(tokens, at + 1, to)))
            return null;
        var year = YearAfter(tokens, at + (month is null ? 1 : 3), to, out var end);
        return new FoundDeadline(start, end, day, month, year, inclusive);
    }

    // After "ngày" a stroke makes a date even of what no calendar has ("ngày 15/13").
    private static int? Month(Token[] tokens, int at, int to, bool isDay) =>
        at + 1 < to && tokens[at].Text is "/" or "-" or "tháng" ? Number(tokens, at + 1, to, isDay && tokens[at].Is("/") ? LargestPart : 12) : null;

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
}
