namespace SocialPolicy.Contracts.Events.PlanRegistry.V1;

/// <summary>
/// Units (đơn vị hành chính) are new or say something else now. The aggregate is <c>directory</c> and its version that of the
/// whole directory: who has seen a version knows all before it.
/// </summary>
/// <param name="Units">As they are now, whole; at most 500.</param>
public sealed record UnitsChanged(IReadOnlyList<ChangedUnit> Units) : IFact;

/// <summary>A unit as the directory has it.</summary>
/// <param name="UnitId">Never changes; its resource name is <c>units/{UnitId}</c>.</param>
/// <param name="Codes"><c>scheme:code</c>, the one to show first.</param>
/// <param name="Name">Full name with its kind.</param>
/// <param name="Level">country, province, district or commune.</param>
/// <param name="ParentId">The unit above; null at the top.</param>
/// <param name="ValidFrom">First day, null when not known.</param>
/// <param name="ValidTo">Last day, null while in force.</param>
/// <param name="SucceededBy">Its heirs.</param>
public sealed record ChangedUnit(
    Guid UnitId,
    IReadOnlyList<string> Codes,
    string Name,
    string Level,
    Guid? ParentId,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<Guid> SucceededBy);
