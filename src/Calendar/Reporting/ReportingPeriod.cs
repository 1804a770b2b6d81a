using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SocialPolicy.Calendar;

/// <summary>How long a reporting period is.</summary>
public enum PeriodKind
{
    /// <summary>A year.</summary>
    Year,

    /// <summary>Six months.</summary>
    Half,

    /// <summary>Three months.</summary>
    Quarter,

    /// <summary>A month.</summary>
    Month,
}

/// <summary>
/// A reporting period (kỳ báo cáo): "2024", "2024-H1", "2024-Q3", "2024-11". Its data close earlier than the calendar does
/// (Nghị định 09/2019/NĐ-CP, Điều 12): see <see cref="DataFrom"/> and <see cref="DataTo"/>.
/// </summary>
/// <param name="Kind">Year, half, quarter or month.</param>
/// <param name="Year">1000 to 9999.</param>
/// <param name="Number">1 for a year; 1 or 2, 1 to 4, 1 to 12 for its parts.</param>
public sealed record ReportingPeriod(PeriodKind Kind, int Year, int Number = 1)
{
    private const int ClosingDay = 14;

    private static readonly string[] Roman = ["", "I", "II", "III", "IV"];

    /// <summary>The last month of the period.</summary>
    public int LastMonth => Number * Months;

    /// <summary>The first day whose data belong to it.</summary>
    public DateOnly DataFrom => DataTo.AddMonths(-Months).AddDays(1);

    /// <summary>The last day whose data belong to it: the 14th of its last month.</summary>
    public DateOnly DataTo => new(Year, LastMonth, ClosingDay);

    /// <summary>The last day of the period itself.</summary>
    public DateOnly LastDay => new(Year, LastMonth, DateTime.DaysInMonth(Year, LastMonth));

    /// <summary>The same period a year before.</summary>
    public ReportingPeriod YearBefore => this with { Year = Year - 1 };

    /// <summary>As officers call it: "6 tháng đầu năm 2024".</summary>
    public string NameVi => Kind switch
    {
        PeriodKind.Year => $"năm {Year}",
        PeriodKind.Half => $"6 tháng {(Number == 1 ? "đầu" : "cuối")} năm {Year}",
        PeriodKind.Quarter => $"quý {Roman[Number]}/{Year}",
        _ => $"tháng {Number:00}/{Year}",
    };

    private int Months => Kind switch
    {
        PeriodKind.Year => 12,
        PeriodKind.Half => 6,
        PeriodKind.Quarter => 3,
        _ => 1,
    };

    /// <summary>
    /// The period that a report due on a day is about: the one that the day lies in, or the one before while no more than a
    /// quarter of a period has passed since its end. So a yearly report before 25/11 is an estimate of that year and one in
    /// January to March is about the year before; a monthly one on the 5th is about the month before, on the 25th about that month.
    /// </summary>
    public static ReportingPeriod ReportedOn(DateOnly day, PeriodKind kind) => kind switch
    {
        PeriodKind.Year => Containing(day.AddMonths(-3), kind, months: 12),
        PeriodKind.Half => Containing(day.AddDays(-45), kind, months: 6),
        PeriodKind.Quarter => Containing(day.AddDays(-22), kind, months: 3),
        _ => Containing(day.AddDays(-7), kind, months: 1),
    };

    /// <summary>Reads the form that <see cref="ToString"/> writes, and no other.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ReportingPeriod? period)
    {
        period = text.Split('-') switch
        {
            [{ Length: 4 } year] => Of(PeriodKind.Year, year, "1"),
            [{ Length: 4 } year, ['H', .. { Length: 1 } half]] => Of(PeriodKind.Half, year, half),
            [{ Length: 4 } year, ['Q', .. { Length: 1 } quarter]] => Of(PeriodKind.Quarter, year, quarter),
            [{ Length: 4 } year, { Length: 2 } month] => Of(PeriodKind.Month, year, month),
            _ => null,
        };
        return period is not null;
    }

    /// <summary>The period as contracts write it.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Year => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        PeriodKind.Half => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-H{Number}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}"),
    };

    private static ReportingPeriod Containing(DateOnly day, PeriodKind kind, int months) => new(kind, day.Year, (day.Month - 1) / months + 1);

    private static ReportingPeriod? Of(PeriodKind kind, string year, string number)
    {
        var read = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            & int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n);
        var period = new ReportingPeriod(kind, y, n);
        return read && y >= 1000 && n >= 1 && n * period.Months <= 12 ? period : null;
    }
}
