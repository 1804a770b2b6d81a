using SocialPolicy.Calendar;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>The next time a reporting duty falls due, and why then.</summary>
/// <param name="Day">The last safe day.</param>
/// <param name="Explanation">Rule and inputs, one sentence.</param>
public sealed record NextDue(DateOnly Day, string Explanation)
{
    private static readonly int[] EveryMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    /// <summary>
    /// From <paramref name="today"/> on; null for a duty without a date, one that was due once and is past, one that recurs
    /// within a plan whose last year is over, and one whose frequency leaves open in which months the day named is meant.
    /// </summary>
    public static NextDue? Of(PlanDuty duty, DateOnly today, int? lastYear) => duty switch
    {
        { OnceOn: { } day } => Once(day, duty.DeadlineInclusive, today),
        { DeadlineDay: { } day } when MonthsOf(duty) is { } months => Recurring(day, months, duty.DeadlineInclusive, today) is var next && !(next.Day.Year > lastYear) ? next : null,
        _ => null,
    };

    private static NextDue? Once(DateOnly day, bool inclusive, DateOnly today)
    {
        var due = new YearlyDate(day.Day, day.Month, inclusive).In(day.Year);
        return due.Date < today ? null : new NextDue(due.Date, $"Once, {Worded(due)}.");
    }

    // Half-yearly reports name a day for each half, and each is a duty of its own: a day and month come back every year.
    // A day alone says when in a month, but only "hằng tháng" says in which: a quarterly one may mean "tháng cuối quý" or
    // "tháng đầu quý sau". Mid-term and final reports are due once, in a year that the day does not tell.
    private static int[]? MonthsOf(PlanDuty duty) => (duty.Frequency, duty.DeadlineMonth) switch
    {
        (ReportingFrequency.Annual or ReportingFrequency.SixMonth or ReportingFrequency.Unstated, { } month) => [month],
        (ReportingFrequency.Monthly, null) => EveryMonth,
        _ => null,
    };

    private static NextDue Recurring(int day, int[] months, bool inclusive, DateOnly today)
    {
        var next = months.Select(month => DueIn(month, day, inclusive, today)).MinBy(due => due.Date)!;
        return new NextDue(next.Date, $"{Rhythm(months)}, {(IsMissingIn(next.Inputs.Worded.Month, day) ? AtTheEnd(next, day) : Worded(next))}.");
    }

    // A month that lacks the day named is in time to its end: "before the 31st" is 30 April, not the 29th.
    private static DueDate DueIn(int month, int day, bool inclusive, DateOnly today) =>
        new Deadline(new YearlyDate(Math.Min(day, LongestOf(month)), month, inclusive || IsMissingIn(month, day))).Next(today);

    private static bool IsMissingIn(int month, int day) => day > LongestOf(month);

    private static string AtTheEnd(DueDate due, int day) =>
        $"by the end of {due.Inputs.Worded.Month:00}/{due.Inputs.Year}: that month has no day {day}";

    private static string Rhythm(int[] months) => months.Length == 1 ? "Every year" : "Every month";

    private static string Worded(DueDate due)
    {
        var (worded, year) = (due.Inputs.Worded, due.Inputs.Year);
        return due.Rule switch
        {
            DueRule.OnTheDayBefore => $"before {worded.Day:00}/{worded.Month:00}/{year}: the day named no longer counts, {due.Date:dd/MM/yyyy} is the last safe day",
            DueRule.OnTheDayNamed => $"by {worded.Day:00}/{worded.Month:00}/{year}: the day named still counts",
            DueRule.OnTheLastOfFebruary => $"by the end of February {year}: that year has no 29th",
            _ => throw new NotSupportedException($"{due.Rule} is not asked for here."),
        };
    }

    /// <summary>Days of the month in the years in which it has most.</summary>
    internal static int LongestOf(int month) => DateTime.DaysInMonth(year: 2024, month);
}
