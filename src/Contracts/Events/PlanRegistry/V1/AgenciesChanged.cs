namespace SocialPolicy.Contracts.Events.PlanRegistry.V1;

/// <summary>
/// Agencies (cơ quan) are new or say something else now. The aggregate is <c>directory</c> and its version that of the whole
/// directory: who has seen a version knows all before it.
/// </summary>
/// <param name="Agencies">As they are now, whole; at most 500.</param>
public sealed record AgenciesChanged(IReadOnlyList<ChangedAgency> Agencies) : IFact;

/// <summary>An agency as the directory has it.</summary>
/// <param name="AgencyId">Never changes; its resource name is <c>agencies/{AgencyId}</c>.</param>
/// <param name="Codes"><c>scheme:code</c>, the one to show first.</param>
/// <param name="Name">Full name.</param>
/// <param name="Kind">peoples_committee, peoples_council, department, service_unit, vertical, party, front or mass_organisation.</param>
/// <param name="UnitId">The unit it works for.</param>
/// <param name="ParentId">The agency above, null when the directory has none.</param>
/// <param name="Requested">True when it is invited ("đề nghị"), false when assigned ("giao").</param>
/// <param name="ValidFrom">First day, null when not known.</param>
/// <param name="ValidTo">Last day, null while in force.</param>
/// <param name="SucceededBy">Its heirs.</param>
/// <param name="Email">Where its notices go, null when it has no address.</param>
public sealed record ChangedAgency(
    Guid AgencyId,
    IReadOnlyList<string> Codes,
    string Name,
    string Kind,
    Guid UnitId,
    Guid? ParentId,
    bool Requested,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<Guid> SucceededBy,
    string? Email);
