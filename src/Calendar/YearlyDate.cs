namespace SocialPolicy.Calendar;

/// <summary>
/// A day of every year by which something is due. "Trước ngày 25/11" excludes the day named (the last safe day is the
/// 24th); "chậm nhất ngày 25/11" includes it.
/// </summary>
public sealed record YearlyDate
{
    private const int LeapYear = 2024;

    /// <summary>Takes day, month and whether the day named still counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No year has such a day.</exception>
    public YearlyDate(int day, int month, bool inclusive)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, DateTime.DaysInMonth(LeapYear, month));
        (Day, Month, Inclusive) = (day, month, inclusive);
    }

    /// <summary>Day of the month as the text names it.</summary>
    public int Day { get; }

    /// <summary>Month, 1 to 12.</summary>
    public int Month { get; }

    /// <summary>Whether the day named still counts.</summary>
    public bool Inclusive { get; }

    /// <summary>The day named, in that year; 29 February is taken as the last of February where there is none.</summary>
    public DateOnly NamedIn(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));

    /// <summary>The last day on which it is still in time, for the occurrence named in that year.</summary>
    public DueDate In(int year)
    {
        var named = NamedIn(year);
        var shortened = named.Day < Day;
        var rule = (Inclusive, shortened) switch
        {
            (true, false) => DueRule.OnTheDayNamed,
            (true, true) => DueRule.OnTheLastOfFebruary,
            (false, false) => DueRule.OnTheDayBefore,
            (false, true) => DueRule.OnTheLastOfFebruary,
        };

        // "Before 29 February" ends on the 28th in every year: where there is no 29th, nothing is left to take away.
        return new DueDate(Inclusive || shortened ? named : named.AddDays(-1), rule, new DueInputs(this, year));
    }
}
