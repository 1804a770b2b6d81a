namespace SocialPolicy.Calendar;

/// <summary>
/// When a reporting duty (chế độ báo cáo) is due, as its text words it. A day and month come back every year: each half of a
/// six-monthly duty names its own. A day alone says when in a month, but only "hằng tháng" says in which: a quarterly one may
/// mean "tháng cuối quý" or "tháng đầu quý sau". Mid-term and final reports are due once, in a year that a day does not tell.
/// </summary>
/// <param name="Frequency">As worded.</param>
/// <param name="Day">1 to 31; a day that a month does not have is its last one. Null when the text gives none.</param>
/// <param name="Month">1 to 12; null when the text gives none.</param>
/// <param name="Inclusive">Whether the day named still counts.</param>
/// <param name="OnceOn">The one date of a duty that is due once; day and month are then not looked at.</param>
/// <param name="OffDays">What becomes of a last day that falls on a day off.</param>
public sealed record ReportingSchedule(Frequency Frequency, int? Day, int? Month, bool Inclusive, DateOnly? OnceOn = null, OffDayRule OffDays = OffDayRule.Stay)
{
    // A year is left at both ends of what a date can be, for deadlines that fall into a neighbouring one.
    private const int FirstYear = 2;
    private const int LastYear = 9998;

    /// <summary>Whether the text leaves open when it is due: then it has no occurrence until somebody opens a round.</summary>
    public bool NeedsADate => OnceOn is null && Recurring is null;

    private PeriodKind? Recurring => (Frequency, Day, Month) switch
    {
        (Frequency.Annual or Frequency.Unstated, not null, not null) => PeriodKind.Year,
        (Frequency.SixMonth, not null, not null) => PeriodKind.Half,
        (Frequency.Monthly, not null, null) => PeriodKind.Month,
        _ => null,
    };

    /// <summary>The occurrences whose last safe day is in the span, both ends included, in order.</summary>
    public IEnumerable<Occurrence> Between(DateOnly from, DateOnly to, WorkingDays days) =>
        From(from, days).TakeWhile(occurrence => occurrence.Due.Date <= to);

    /// <summary>The first occurrence whose last safe day is on or after the day; null when there is none.</summary>
    public Occurrence? Next(DateOnly from, WorkingDays days) => From(from, days).FirstOrDefault();

    private IEnumerable<Occurrence> From(DateOnly from, WorkingDays days) =>
        Named(from).Select(named => OccurrenceOf(named, days)).SkipWhile(occurrence => occurrence.Due.Date < from);

    // A move or an excluded first day may bring what is named just before or after into the span.
    private IEnumerable<NamedDay> Named(DateOnly from) => (OnceOn, Recurring) switch
    {
        ({ } day, _) => [new NamedDay(day, Inclusive)],
        (_, PeriodKind.Month) => MonthsSince(from).Select(month => new NamedDay(month.Year, month.Month, Day!.Value, Inclusive, Rhythm.Monthly)),
        (_, not null) => YearsSince(from).Select(year => new NamedDay(year, Month!.Value, Day!.Value, Inclusive, Rhythm.Yearly)),
        _ => [],
    };

    // What is due once names no period: it is taken as that year's.
    private Occurrence OccurrenceOf(NamedDay named, WorkingDays days)
    {
        var due = named.Due(days, OffDays);
        var period = ReportingPeriod.ReportedOn(due.LastDay, OnceOn is null && Recurring is { } kind ? kind : PeriodKind.Year);
        return new Occurrence(period, due, new CutOff(due.Date, days.Before(due.Date), period));
    }

    private static IEnumerable<int> YearsSince(DateOnly from)
    {
        for (var year = Math.Max(FirstYear, from.Year - 1); year <= LastYear; year++)
            yield return year;
    }

    private static IEnumerable<DateOnly> MonthsSince(DateOnly from) => YearsSince(from)
        .SelectMany(year => Enumerable.Range(1, 12).Select(month => new DateOnly(year, month, 1)));
}
