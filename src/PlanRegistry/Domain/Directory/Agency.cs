namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>An agency (cơ quan) as the directory keeps it. One that ended stays.</summary>
/// <param name="Id">A UUIDv7 that never changes.</param>
/// <param name="Codes"><c>scheme:code</c>; the first one is the key of imports.</param>
/// <param name="Name">Full name.</param>
/// <param name="Aliases">Other names that documents use.</param>
/// <param name="Kind">What it is.</param>
/// <param name="UnitId">The unit it works for.</param>
/// <param name="ParentId">The agency above, null when the directory has none.</param>
/// <param name="Requested">Invited ("đề nghị") rather than assigned ("giao").</param>
/// <param name="ValidFrom">First day, null when not known.</param>
/// <param name="ValidTo">Last day, null while in force.</param>
/// <param name="SucceededBy">Its heirs.</param>
/// <param name="Email">Where its notices go, null without an address.</param>
public sealed record Agency(
    Guid Id,
    IReadOnlyList<string> Codes,
    string Name,
    IReadOnlyList<string> Aliases,
    AgencyKind Kind,
    Guid UnitId,
    Guid? ParentId,
    bool Requested,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<Guid> SucceededBy,
    string? Email)
{
    /// <summary>Whether both say the same.</summary>
    public bool SaysTheSameAs(Agency other) =>
        this with { Codes = other.Codes, Aliases = other.Aliases, SucceededBy = other.SucceededBy } == other
        && Codes.SequenceEqual(other.Codes) && Aliases.SequenceEqual(other.Aliases) && SucceededBy.SequenceEqual(other.SucceededBy);
}
