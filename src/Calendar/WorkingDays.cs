namespace SocialPolicy.Calendar;

/// <summary>
/// Working days (ngày làm việc): neither Saturday nor Sunday nor a holiday; days that are worked in exchange
/// (hoán đổi ngày làm việc) count although they fall on a weekend.
/// </summary>
public sealed class WorkingDays(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly>? exchanged = null)
{
    private readonly HashSet<DateOnly> off = [.. holidays];
    private readonly HashSet<DateOnly> on = [.. exchanged ?? []];

    /// <summary>Whether offices work on the day.</summary>
    public bool IsWorking(DateOnly day) =>
        on.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(day));

    /// <summary>The day itself or the nearest working day before it.</summary>
    public DateOnly LastUpTo(DateOnly day)
    {
        while (!IsWorking(day))
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>The day itself or the nearest working day after it.</summary>
    public DateOnly FirstFrom(DateOnly day)
    {
        while (!IsWorking(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The day that is <paramref name="count"/> working days later; the day itself is not counted.</summary>
    public DateOnly Add(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var left = count; left > 0; left--)
            day = FirstFrom(day.AddDays(1));
        return day;
    }
}
