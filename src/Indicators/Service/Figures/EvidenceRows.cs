using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>What was observed of a unit itself.</summary>
internal sealed class OwnRow
{
    public int Indicator { get; init; }
    public int Unit { get; init; }
    public int Part { get; init; }
    public short Year { get; init; }
    public short Period { get; init; }
    public bool Estimate { get; init; }
    public int Revision { get; init; }
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public bool? Achieved { get; init; }
    public bool Official { get; init; }

    public OwnValue ToDomain() => new(
        new(Indicator, Unit, new(Year, Period), Part, Estimate), Revision, new(Value, Numerator, Denominator, Achieved, Official));
}

/// <summary>A roll-up, with what belongs to the boundaries that are looked at.</summary>
internal sealed class SumsRow
{
    public int Indicator { get; init; }
    public int Area { get; init; }
    public short Level { get; init; }
    public short Year { get; init; }
    public short Period { get; init; }
    public bool Estimate { get; init; }
    public int Units { get; init; }
    public int Weighted { get; init; }
    public decimal Total { get; init; }
    public decimal Numerator { get; init; }
    public decimal Denominator { get; init; }

    public LevelSums ToDomain() => new(new ObservedPeriod(Year, Period), Estimate, Level, new(Units, Weighted, Total, Numerator, Denominator));
}

/// <summary>Units within an area that came and went together.</summary>
internal sealed class WithinRow
{
    public int Area { get; init; }
    public short Level { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
    public int Count { get; init; }

    public UnitsWithin ToDomain() => new(Level, ValidFrom, ValidTo, Count);
}
