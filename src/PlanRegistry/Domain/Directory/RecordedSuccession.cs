namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>What a recorded succession says of one of its predecessors.</summary>
/// <param name="Id">The unit or the agency.</param>
/// <param name="LastDay">Null when it goes on.</param>
/// <param name="Heirs">Its heirs; empty when it goes on.</param>
/// <param name="FormerName">The name it no longer has; null when it was not renamed.</param>
public sealed record RecordedSuccession(Guid Id, DateOnly? LastDay, IReadOnlyList<Guid> Heirs, string? FormerName);
