using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Domain.Ratings;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>A row of observations_seen.</summary>
internal sealed class ObservationRow
{
    public int Indicator { get; init; }
    public int Unit { get; init; }
    public int Part { get; init; }
    public int Revision { get; init; }
    public short Year { get; init; }
    public short Period { get; init; }
    public bool Estimate { get; init; }
    public bool Official { get; init; }
    public bool? Achieved { get; init; }
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public string? Note { get; init; }
    public bool Current { get; init; }
    public Guid IndicatorId { get; init; }
    public Guid UnitId { get; init; }
    public string? PartOf { get; init; }
    public Guid BatchId { get; init; }
    public Guid AgencyId { get; init; }
    public string Actor { get; init; } = "";
    public string Source { get; init; } = "";
    public DateTimeOffset RecordedAt { get; init; }

    public ObservedPeriod ObservedPeriod => new(Year, Period);

    public ObservationKey Key => new(Indicator, Unit, ObservedPeriod, Part, Estimate);

    public Guid Id => ObservationIds.Of(Key, Revision);

    public Measurement Said => new(Value, Numerator, Denominator, Achieved, Official, Note ?? "");

    /// <summary>For rating: a day is not rated.</summary>
    public Measured Measured(Level? baseline) => new(
        ObservedPeriod.Reporting ?? throw new InvalidOperationException($"The value of a day is not rated: {ObservedPeriod}."), Value, Achieved, Estimate, baseline);
}
