namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>An administrative unit (đơn vị hành chính) as the directory keeps it. One that ended stays.</summary>
/// <param name="Id">A UUIDv7 that never changes.</param>
/// <param name="Codes"><c>scheme:code</c>; the first one is the key of imports.</param>
/// <param name="Name">Full name with its kind.</param>
/// <param name="Level">Its level.</param>
/// <param name="ParentId">The unit above; null at the top.</param>
/// <param name="ValidFrom">First day, null when not known.</param>
/// <param name="ValidTo">Last day, null while in force.</param>
/// <param name="SucceededBy">Its heirs.</param>
public sealed record Unit(
    Guid Id,
    IReadOnlyList<string> Codes,
    string Name,
    UnitLevel Level,
    Guid? ParentId,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<Guid> SucceededBy)
{
    /// <summary>Whether both say the same.</summary>
    public bool SaysTheSameAs(Unit other) =>
        this with { Codes = other.Codes, SucceededBy = other.SucceededBy } == other && Codes.SequenceEqual(other.Codes) && SucceededBy.SequenceEqual(other.SucceededBy);
}
