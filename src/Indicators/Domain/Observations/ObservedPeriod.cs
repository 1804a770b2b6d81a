using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SocialPolicy.Calendar;

namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>
/// What an observation is about: a reporting period, or a day ("2024-11-25"). Within a year a period has a number: 0 the year, 1 and 2
/// its halves, 11 to 14 its quarters, 21 to 32 its months, 101 to 466 its days.
/// </summary>
/// <param name="Year">1900 to 2155.</param>
/// <param name="Number">Within the year.</param>
public readonly record struct ObservedPeriod(short Year, short Number)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2155;
    private const int BeforeHalves = 0;
    private const int BeforeQuarters = 10;
    private const int BeforeMonths = 20;
    private const int BeforeDays = 100;

    /// <summary>The reporting period; null for a day.</summary>
    public ReportingPeriod? Reporting => Number switch
    {
        0 => new(PeriodKind.Year, Year),
        <= 2 => new(PeriodKind.Half, Year, Number - BeforeHalves),
        <= 14 => new(PeriodKind.Quarter, Year, Number - BeforeQuarters),
        <= 32 => new(PeriodKind.Month, Year, Number - BeforeMonths),
        _ => null,
    };

    /// <summary>The first day.</summary>
    public DateOnly FirstDay => Number > BeforeDays ? Day : new DateOnly(Year, Reporting!.LastMonth - Months + 1, 1);

    /// <summary>The last day.</summary>
    public DateOnly LastDay => Number > BeforeDays ? Day : Reporting!.LastDay;

    /// <summary>12, 6, 3 or 1; 0 for a day.</summary>
    public int Months => Number switch
    {
        0 => 12,
        <= 2 => 6,
        <= 14 => 3,
        <= 32 => 1,
        _ => 0,
    };

    /// <summary>The same period a year before; of 29 February the 28th.</summary>
    public ObservedPeriod YearBefore => Number > BeforeDays ? Of(Day.AddYears(-1)) : this with { Year = (short)(Year - 1) };

    private DateOnly Day => new DateOnly(Year, 1, 1).AddDays(Number - BeforeDays - 1);

    /// <summary>The number of a reporting period.</summary>
    public static ObservedPeriod Of(ReportingPeriod period) => new((short)period.Year, (short)(period.Kind switch
    {
        PeriodKind.Year => 0,
        PeriodKind.Half => BeforeHalves + period.Number,
        PeriodKind.Quarter => BeforeQuarters + period.Number,
        _ => BeforeMonths + period.Number,
    }));

    /// <summary>The number of a day.</summary>
    public static ObservedPeriod Of(DateOnly day) => new((short)day.Year, (short)(BeforeDays + day.DayOfYear));

    /// <summary>Reads the form that <see cref="ToString"/> writes, and no other.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ObservedPeriod? period)
    {
        period = null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            period = Of(day);
        else if (ReportingPeriod.TryParse(text, out var reporting))
            period = Of(reporting);
        if (period is { Year: < FirstYear or > LastYear })
            period = null;
        return period is not null;
    }

    /// <summary>The period as contracts write it.</summary>
    public override string ToString() => Reporting?.ToString() ?? Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
