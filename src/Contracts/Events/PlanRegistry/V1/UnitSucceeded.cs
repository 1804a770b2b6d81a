namespace SocialPolicy.Contracts.Events.PlanRegistry.V1;

/// <summary>
/// Units (đơn vị hành chính) were merged, split, renamed, dissolved, or handed functions over. The aggregate is the succession, at
/// version 1; what became of each unit is told by <see cref="UnitsChanged"/>, before or after.
/// </summary>
/// <param name="SuccessionId">Its resource name is <c>successions/{SuccessionId}</c>.</param>
/// <param name="Kind">merge, split, rename, dissolve or transfer. The first two and dissolve end the predecessors.</param>
/// <param name="EffectiveOn">First day of the new state.</param>
/// <param name="PredecessorIds">Who is succeeded; at least one.</param>
/// <param name="Heirs">Who takes over; empty for rename and dissolve.</param>
/// <param name="LegalGround">The document that orders it.</param>
public sealed record UnitSucceeded(
    Guid SuccessionId,
    string Kind,
    DateOnly EffectiveOn,
    IReadOnlyList<Guid> PredecessorIds,
    IReadOnlyList<SuccessionHeir> Heirs,
    string LegalGround) : IFact;

/// <summary>Who takes over.</summary>
/// <param name="HeirId">A unit or an agency, as the predecessors are.</param>
/// <param name="Share">The part it takes over, above 0 and at most 1; null when not known.</param>
/// <param name="Function">The function it takes over, in words; null when not said.</param>
public sealed record SuccessionHeir(Guid HeirId, decimal? Share, string? Function);
