using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Domain.Figures;

/// <summary>How periods lie within each other.</summary>
public static class PeriodsWithin
{
    private static readonly (PeriodKind Kind, int Months)[] Kinds = [(PeriodKind.Half, 6), (PeriodKind.Quarter, 3), (PeriodKind.Month, 1)];

    /// <summary>All periods of a kind in a year.</summary>
    public static IEnumerable<ObservedPeriod> Of(int year, PeriodKind kind) => kind is PeriodKind.Year
        ? [ObservedPeriod.Of(new ReportingPeriod(kind, year))]
        : Parts(year, kind, Kinds.First(shorter => shorter.Kind == kind).Months, 1, 12);

    /// <summary>What a period is made of: halves, or quarters, or months, the longest first; nothing of a month and of a day.</summary>
    public static IEnumerable<IReadOnlyList<ObservedPeriod>> Of(ObservedPeriod period) =>
        from shorter in Kinds
        where shorter.Months < period.Months
        let last = period.Reporting!.LastMonth
        select Parts(period.Year, shorter.Kind, shorter.Months, last - period.Months + 1, last);

    private static IReadOnlyList<ObservedPeriod> Parts(int year, PeriodKind kind, int months, int firstMonth, int lastMonth) =>
    [
        .. Enumerable.Range((firstMonth - 1) / months + 1, (lastMonth - firstMonth + 1) / months)
            .Select(number => ObservedPeriod.Of(new ReportingPeriod(kind, year, number))),
    ];
}
