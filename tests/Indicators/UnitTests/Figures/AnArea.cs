using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.UnitTests.Figures;

/// <summary>A province, what is said of it, and what is within it.</summary>
internal sealed record AnArea(int Key = 1, short Level = 1)
{
    private readonly List<OwnValue> own = [];
    private readonly List<LevelSums> sums = [];
    private readonly List<UnitsWithin> within = [];

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public Evidence Evidence => new(new(Key, Level, ValidFrom, ValidTo), own, sums, within);

    public static Measure Counted { get; } = new(IndicatorKind.Number, "người", null, OverUnits.Sum, OverTime.Sum);

    public static Measure Rate { get; } = new(IndicatorKind.Number, "%", 100, OverUnits.Weighted, OverTime.Weighted);

    public static ObservedPeriod Period(string text) => ObservedPeriod.TryParse(text, out var period) ? period.Value : throw new FormatException(text);

    public AnArea Said(string period, decimal? value, bool estimate = false, decimal? numerator = null, decimal? denominator = null, bool? achieved = null)
    {
        own.Add(new(new(7, Key, Period(period), 0, estimate), 1, new(value, numerator, denominator, achieved)));
        return this;
    }

    public AnArea Added(string period, int units, decimal total, short level = 3, bool estimate = false, int weighted = 0, decimal numerator = 0, decimal denominator = 0)
    {
        sums.Add(new(Period(period), estimate, level, new(units, weighted, total, numerator, denominator)));
        return this;
    }

    public AnArea With(int units, short level = 3, DateOnly? from = null, DateOnly? to = null)
    {
        within.Add(new(level, from, to, units));
        return this;
    }
}
