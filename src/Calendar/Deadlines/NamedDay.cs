namespace SocialPolicy.Calendar;

/// <summary>
/// A deadline by a day. "Trước ngày 25/11" excludes the day named (the last safe day is the 24th); "chậm nhất ngày 25/11" and
/// "đến hết ngày 25/11" include it. A month that lacks the day named is in time to its end: "before the 31st" is 30 April, not the 29th.
/// </summary>
public sealed record NamedDay : Wording
{
    /// <summary>Takes the day as worded; it need not exist in that month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No calendar has such a day or month.</exception>
    public NamedDay(int year, int month, int day, bool inclusive, Rhythm rhythm = Rhythm.Once)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, 31);
        (Year, Month, Day, Inclusive, Rhythm) = (year, month, day, inclusive, rhythm);
    }

    /// <summary>Takes a full date that is named once.</summary>
    public NamedDay(DateOnly day, bool inclusive)
        : this(day.Year, day.Month, day.Day, inclusive)
    {
    }

    public int Year { get; }

    /// <summary>1 to 12.</summary>
    public int Month { get; }

    /// <summary>Day of the month as the text names it, 1 to 31.</summary>
    public int Day { get; }

    /// <summary>Whether the day named still counts.</summary>
    public bool Inclusive { get; }

    /// <summary>How often such a day is named.</summary>
    public Rhythm Rhythm { get; }

    private int DaysInMonth => DateTime.DaysInMonth(Year, Month);

    /// <inheritdoc />
    public override DateOnly LastDay(WorkingDays days) =>
        Day > DaysInMonth ? new DateOnly(Year, Month, DaysInMonth) : new DateOnly(Year, Month, Day).AddDays(Inclusive ? 0 : -1);

    internal override Explanation Explain(DateOnly last)
    {
        var (rule, english, vietnamese) = Said(last);
        return Rhythm switch
        {
            Rhythm.Yearly => new(rule, $"every year, {english}", $"hằng năm, {vietnamese}"),
            Rhythm.Monthly => new(rule, $"every month, {english}", $"hằng tháng, {vietnamese}"),
            _ => new(rule, $"once, {english}", $"một lần, {vietnamese}"),
        };
    }

    private Explanation Said(DateOnly last) => (Day > DaysInMonth, Inclusive) switch
    {
        (true, _) when (Day, Month) is (29, 2) =>
            new("ON_THE_LAST_OF_FEBRUARY", $"by the end of February {Year}: that year has no 29th", $"đến hết tháng 02/{Year}: năm đó không có ngày 29/02"),
        (true, _) =>
            new("ON_THE_LAST_OF_THE_MONTH", $"by the end of {Month:00}/{Year}: that month has no day {Day}", $"đến hết tháng {Month:00}/{Year}: tháng đó không có ngày {Day}"),
        (_, true) =>
            new("ON_THE_DAY_NAMED", $"by {Printed}: the day named still counts", $"chậm nhất ngày {Printed}: tính cả ngày được nêu"),
        _ => new(
            "ON_THE_DAY_BEFORE",
            $"before {Printed}: the day named no longer counts, {last.Printed()} is the last safe day",
            $"trước ngày {Printed}: không tính ngày được nêu, ngày cuối cùng còn đúng hạn là {last.Printed()}"),
    };

    private string Printed => new DateOnly(Year, Month, Day).Printed();
}

/// <summary>How often a day is named.</summary>
public enum Rhythm
{
    Once,

    /// <summary>Hằng năm.</summary>
    Yearly,

    /// <summary>Hằng tháng.</summary>
    Monthly,
}
