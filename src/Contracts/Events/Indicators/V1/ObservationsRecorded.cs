namespace SocialPolicy.Contracts.Events.Indicators.V1;

/// <summary>Values were recorded by one act. The aggregate is the act: <c>observationBatches/{BatchId}</c>, version 1.</summary>
/// <param name="BatchId">The act.</param>
/// <param name="AgencyId">Who gave them.</param>
/// <param name="Added">How many were not there before.</param>
/// <param name="Revised">How many took the place of others.</param>
/// <param name="Observations">They themselves, of an act with at most 500 rows; empty for a greater one, which has to be asked for.</param>
public sealed record ObservationsRecorded(Guid BatchId, Guid AgencyId, int Added, int Revised, IReadOnlyList<RecordedObservation> Observations) : IFact;

/// <summary>One value.</summary>
/// <param name="ObservationId">Its resource name is <c>observations/{ObservationId}</c>.</param>
/// <param name="IndicatorId">What was measured.</param>
/// <param name="UnitId">The administrative unit it was measured in.</param>
/// <param name="Period">"2024", "2024-H1", "2024-Q3", "2024-11" or "2024-11-25".</param>
/// <param name="Part">"area=rural;sex=female"; empty for the whole.</param>
/// <param name="Estimate">True for what is expected of a period that has not closed.</param>
/// <param name="Official">True for what the statistics office published.</param>
/// <param name="Revision">1 for the first value of this indicator, unit, period and part.</param>
/// <param name="Value">In the unit of measure of the indicator, null for a judgement.</param>
/// <param name="Numerator">What the value is made of, null when not known.</param>
/// <param name="Denominator">What it is a share of, null when not known.</param>
/// <param name="Achieved">A person's judgement of what has no number, else null.</param>
public sealed record RecordedObservation(
    Guid ObservationId,
    Guid IndicatorId,
    Guid UnitId,
    string Period,
    string Part,
    bool Estimate,
    bool Official,
    int Revision,
    decimal? Value,
    decimal? Numerator,
    decimal? Denominator,
    bool? Achieved);
