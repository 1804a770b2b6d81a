namespace SocialPolicy.Calendar;

/// <summary>A recurring deadline: a day of every year, moved off days off when its rule says so.</summary>
public sealed record Deadline(YearlyDate Date, OffDayRule OffDays = OffDayRule.Stay)
{
    /// <summary>The first last-safe-day on or after <paramref name="from"/>.</summary>
    public DueDate Next(DateOnly from, WorkingDays? days = null)
    {
        // A move or an excluded 1 January may place an occurrence in a neighbouring year, so three years are looked at.
        for (var year = Math.Max(from.Year - 1, DateOnly.MinValue.Year + 1); ; year++)
        {
            var due = In(year, days);
            if (due.Date >= from)
                return due;
        }
    }

    /// <summary>The occurrence named in that year.</summary>
    public DueDate In(int year, WorkingDays? days = null)
    {
        var due = Date.In(year);
        if (OffDays == OffDayRule.Stay || days is null || days.IsWorking(due.Date))
            return due;
        var moved = OffDays == OffDayRule.Before ? days.LastUpTo(due.Date) : days.FirstFrom(due.Date);
        var rule = OffDays == OffDayRule.Before ? DueRule.MovedToTheWorkingDayBefore : DueRule.MovedToTheWorkingDayAfter;
        return new DueDate(moved, rule, due.Inputs with { MovedFrom = due.Date });
    }
}

/// <summary>What becomes of a last day that falls on a day off.</summary>
public enum OffDayRule
{
    /// <summary>It stays.</summary>
    Stay,

    /// <summary>It moves to the working day before.</summary>
    Before,

    /// <summary>It moves to the working day after.</summary>
    After,
}
