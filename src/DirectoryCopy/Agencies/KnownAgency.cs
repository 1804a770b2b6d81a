namespace SocialPolicy.DirectoryCopy.Agencies;

/// <summary>An agency (cơ quan) as this service knows it from PlanRegistry's directory.</summary>
public sealed class KnownAgency
{
    public Guid Id { get; init; }

    /// <summary><c>scheme:code</c>, the one to show first.</summary>
    public string[] Codes { get; init; } = [];

    public string Name { get; init; } = "";

    /// <summary>As in <see cref="Contracts.Events.PlanRegistry.V1.ChangedAgency"/>.</summary>
    public string Kind { get; init; } = "";

    public Guid UnitId { get; init; }

    public Guid? ParentId { get; init; }

    /// <summary>Invited ("đề nghị"): never overdue, never chased.</summary>
    public bool Requested { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public Guid[] SucceededBy { get; init; } = [];

    public string? Email { get; init; }

    /// <summary><c>agencies/{id}</c>.</summary>
    public string ResourceName => AgencyNames.Pattern.Of(Id);

    /// <summary>Whether it is there on the day.</summary>
    public bool IsInForce(DateOnly on) => !(ValidFrom > on) && !(ValidTo < on);
}
