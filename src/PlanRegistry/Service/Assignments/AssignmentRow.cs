using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.Domain.Assignments;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Service.Directory;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

/// <summary>A name in a plan and whom it means, as parties_on and party_assignments have it.</summary>
internal class NameRow
{
    public Guid PlanId { get; init; }
    public Guid? DutyId { get; init; }
    public PartyRole Role { get; init; }
    public int Position { get; init; }
    public string Text { get; init; } = "";
    public Guid? AgencyId { get; init; }
    public Guid? GroupUnit { get; init; }
    public bool? GroupBelow { get; init; }
    public string[]? GroupKinds { get; init; }

    public PartyPlace Place => new(DutyId, Role, Position);

    public Party ToParty() => new(Text, AgencyId, ToGroup());

    public NameInPlan ToName() => new(PlanId, Place, ToParty());

    public AgencyGroup? ToGroup() => GroupUnit is { } unit ? new(unit, GroupBelow!.Value, [.. GroupKinds!.Select(AgencyStored.KindOf)]) : null;
}

/// <summary>A row of party_assignments.</summary>
internal sealed class AssignmentRow : NameRow
{
    public long Sequence { get; init; }
    public Guid Id { get; init; }
    public DateOnly ValidFrom { get; init; }
    public string Reason { get; init; } = "";
    public bool Remembered { get; init; }
    public DateTimeOffset AssignedAt { get; init; }
    public string AssignedBy { get; init; } = "";

    public PartyAssignment ToAssignment() => new(Id, PlanId, Place, Text, AgencyId, ToGroup(), ValidFrom, Reason, Remembered);

    /// <summary>The columns that an assignment fills, for jsonb_to_recordset.</summary>
    public static object Columns(PartyAssignment said) => new
    {
        said.Id,
        said.PlanId,
        said.Place.DutyId,
        Role = Words.Of(said.Place.Role),
        said.Place.Position,
        said.Text,
        said.AgencyId,
        GroupUnit = said.Group?.UnitId,
        GroupBelow = said.Group?.Below,
        GroupKinds = said.Group?.Kinds.Select(Words.Of).ToArray(),
        said.ValidFrom,
        said.Reason,
        said.Remembered,
    };
}
