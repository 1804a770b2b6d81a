using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.Domain.Alignment;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Alignment;

/// <summary>A row of finding_acceptances, with its withdrawal.</summary>
internal sealed class AcceptanceRow
{
    public Guid Id { get; init; }
    public Guid PlanId { get; init; }
    public Guid SuperiorId { get; init; }
    public string Kind { get; init; } = "";
    public string Rule { get; init; } = "";
    public Guid SuperiorTargetId { get; init; }
    public Guid? TargetId { get; init; }
    public string Fingerprint { get; init; } = "";
    public string Reason { get; init; } = "";
    public string Actor { get; init; } = "";
    public DateTimeOffset AcceptedAt { get; init; }
    public string? WithdrawReason { get; init; }
    public string? WithdrawnBy { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }

    public V1.FindingAcceptance ToContract() => new()
    {
        Name = AlignmentService.AcceptanceName.Of(PlanId, Id),
        Superior = PlanService.PlanName.Of(SuperiorId),
        Kind = AlignmentCheck.Kinds.Of(Words.Read<FindingKind>(Kind)),
        Rule = Rule,
        SuperiorTarget = ContentMapping.TargetName.Of(SuperiorId, SuperiorTargetId),
        Target = TargetId is { } target ? ContentMapping.TargetName.Of(PlanId, target) : "",
        Reason = Reason,
        Actor = Actor,
        AcceptTime = AcceptedAt.ToTimestamp(),
        WithdrawnBy = WithdrawnBy ?? "",
        WithdrawTime = WithdrawnAt?.ToTimestamp(),
        WithdrawReason = WithdrawReason ?? "",
    };
}
