namespace SocialPolicy.Contracts.Events.Indicators.V1;

/// <summary>Values were recorded by one act. The aggregate is the act: <c>observationBatches/{BatchId}</c>, version 1.</summary>
/// <param name="BatchId">The act.</param>
/// <param name="PlanId">The plan whose targets they are for.</param>
/// <param name="Observations">At most 500.</param>
public sealed record ObservationsRecorded(Guid BatchId, Guid PlanId, IReadOnlyList<RecordedObservation> Observations) : IFact;

/// <summary>One value.</summary>
/// <param name="ObservationId">Its resource name is <c>observations/{ObservationId}</c>.</param>
/// <param name="TargetId">The target it is for.</param>
/// <param name="AgencyId">Who gave it.</param>
/// <param name="Period">"2024", "2024-H1", "2024-Q3" or "2024-11".</param>
/// <param name="Revision">1 for the first value of this target, agency and period.</param>
/// <param name="Value">In the unit of the target, null for one without a number.</param>
/// <param name="Achieved">A person's judgement of a target without a number, else null.</param>
/// <param name="Estimate">True for what is expected of a period that has not closed.</param>
public sealed record RecordedObservation(
    Guid ObservationId,
    Guid TargetId,
    Guid AgencyId,
    string Period,
    int Revision,
    decimal? Value,
    bool? Achieved,
    bool Estimate);
