namespace SocialPolicy.Calendar;

/// <summary>
/// Working days (ngày làm việc) by the rows of a table of holidays: neither Saturday nor Sunday nor a day off; days worked in
/// exchange (hoán đổi ngày làm việc) count although they fall on a weekend. It knows no holiday that the rows do not name.
/// </summary>
public sealed class WorkingDays(IEnumerable<SpecialDay> rows)
{
    private readonly ILookup<DateOnly, SpecialDay> special = rows.ToLookup(row => row.Date);

    /// <summary>Monday to Friday, for whoever needs no holidays.</summary>
    public static WorkingDays WeekdaysOnly { get; } = new([]);

    /// <summary>By <see cref="PublicHolidays.Seed"/> for the years from the first to the last.</summary>
    public static WorkingDays Seeded(int firstYear, int lastYear) =>
        new(Enumerable.Range(firstYear, lastYear - firstYear + 1).SelectMany(PublicHolidays.Seed));

    /// <summary>Whether offices work on the day.</summary>
    public bool IsWorking(DateOnly day) => WhyOff(day) is null;

    /// <summary>Why offices are closed on the day; null when they are not.</summary>
    public DayOff? WhyOff(DateOnly day)
    {
        var rows = special[day];
        if (rows.Any(row => row.Kind is SpecialDayKind.SwappedWorkingDay))
            return null;
        if (rows.FirstOrDefault() is { } row)
            return new DayOff(day, $"a day off ({row.NameEn})", $"ngày nghỉ ({row.NameVi})");
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => new DayOff(day, "a Saturday", "thứ Bảy"),
            DayOfWeek.Sunday => new DayOff(day, "a Sunday", "Chủ nhật"),
            _ => null,
        };
    }

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

    /// <summary>The last working day before the day.</summary>
    public DateOnly Before(DateOnly day) => LastUpTo(day.AddDays(-1));

    /// <summary>The day that is <paramref name="count"/> working days later; the day itself is not counted.</summary>
    public DateOnly Add(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var left = count; left > 0; left--)
            day = FirstFrom(day.AddDays(1));
        return day;
    }
}

/// <summary>A day on which offices are closed.</summary>
/// <param name="Date">The day.</param>
/// <param name="English">What it is, to follow "is": "a Saturday".</param>
/// <param name="Vietnamese">The same in Vietnamese, to follow "là": "thứ Bảy".</param>
public sealed record DayOff(DateOnly Date, string English, string Vietnamese);
