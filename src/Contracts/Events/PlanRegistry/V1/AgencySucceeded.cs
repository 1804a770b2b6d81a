namespace SocialPolicy.Contracts.Events.PlanRegistry.V1;

/// <summary>
/// Agencies (cơ quan) were merged, split, renamed, dissolved, or handed functions over. The aggregate is the succession, at
/// version 1; what became of each agency is told by <see cref="AgenciesChanged"/>, before or after.
/// </summary>
/// <param name="SuccessionId">Its resource name is <c>successions/{SuccessionId}</c>.</param>
/// <param name="Kind">merge, split, rename, dissolve or transfer. The first two and dissolve end the predecessors.</param>
/// <param name="EffectiveOn">First day of the new state.</param>
/// <param name="PredecessorIds">Who is succeeded; at least one.</param>
/// <param name="Heirs">Who takes over; empty for rename and dissolve.</param>
/// <param name="LegalGround">The document that orders it.</param>
public sealed record AgencySucceeded(
    Guid SuccessionId,
    string Kind,
    DateOnly EffectiveOn,
    IReadOnlyList<Guid> PredecessorIds,
    IReadOnlyList<SuccessionHeir> Heirs,
    string LegalGround) : IFact;
