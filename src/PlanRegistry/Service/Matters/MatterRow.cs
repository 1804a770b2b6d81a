using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.Domain.Matters;
using SocialPolicy.PlanRegistry.Domain.Owners;

namespace SocialPolicy.PlanRegistry.Service.Matters;

/// <summary>A row of matters.</summary>
internal sealed class MatterRow
{
    public Guid Id { get; init; }
    public long Version { get; init; }
    public Guid PlanId { get; init; }
    public string? ItemKind { get; init; }
    public Guid? ItemId { get; init; }
    public string Kind { get; init; } = "";
    public string State { get; init; } = "";
    public string Text { get; init; } = "";
    public Guid? RaisedBy { get; init; }
    public DateOnly RaisedOn { get; init; }
    public Guid? AssignedTo { get; init; }
    public DateOnly? Due { get; init; }
    public string? Answer { get; init; }
    public string? Conclusion { get; init; }
    public Guid? AmendmentId { get; init; }
    public string? Outcome { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public string? PlanTitle { get; init; }

    public Matter ToMatter() => new(
        Id, Version, new(PlanId, ItemKind is null ? null : Words.Read<OwnableKind>(ItemKind), ItemId), Words.Read<MatterKind>(Kind), Words.Read<MatterState>(State), Text, RaisedBy, RaisedOn,
        AssignedTo, Due, Answer);
}

/// <summary>A row of matter_steps.</summary>
internal sealed class MatterStepRow
{
    public string State { get; init; } = "";
    public string Text { get; init; } = "";
    public Guid? AgencyId { get; init; }
    public DateOnly? Due { get; init; }
    public string? DocumentNumber { get; init; }
    public string Actor { get; init; } = "";
    public DateTimeOffset At { get; init; }
}
