using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Matters;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Matters;

/// <summary>Matters in the words of the contract, and back.</summary>
internal static class MatterMapping
{
    private static readonly WirePairs<MatterKind, V1.Matter.Types.Kind> Kinds = new(
        (MatterKind.Difficulty, V1.Matter.Types.Kind.Difficulty),
        (MatterKind.Proposal, V1.Matter.Types.Kind.Proposal),
        (MatterKind.Adjustment, V1.Matter.Types.Kind.Adjustment),
        (MatterKind.Finding, V1.Matter.Types.Kind.Finding));

    private static readonly WirePairs<MatterState, V1.Matter.Types.State> States = new(
        (MatterState.Open, V1.Matter.Types.State.Open),
        (MatterState.Assigned, V1.Matter.Types.State.Assigned),
        (MatterState.Answered, V1.Matter.Types.State.Answered),
        (MatterState.Closed, V1.Matter.Types.State.Closed));

    private static readonly WirePairs<MatterOutcome, V1.Matter.Types.Outcome> Outcomes = new(
        (MatterOutcome.Settled, V1.Matter.Types.Outcome.Settled),
        (MatterOutcome.Declined, V1.Matter.Types.Outcome.Declined));

    public static V1.Matter ToContract(this MatterRow row, IEnumerable<MatterStepRow> steps, KnownAgencies agencies, DateOnly on)
    {
        var matter = row.ToMatter();
        return new()
        {
            Name = MatterService.MatterName.Of(row.Id),
            Etag = Etag.Of(row.Version),
            Subject = NameOf(matter.Subject),
            PlanTitle = row.PlanTitle ?? "",
            Kind = Kinds.Of(matter.Kind),
            State = States.Of(matter.State),
            Text = row.Text,
            RaisedBy = row.RaisedBy is { } by ? agencies.ToContract(by, on) : null,
            RaisedOn = row.RaisedOn.ToContract(),
            AssignedTo = row.AssignedTo is { } to ? agencies.ToContract(to, on) : null,
            Due = row.Due?.ToContract(),
            Overdue = Matter.IsOverdue(matter.State, row.Due, on),
            Answer = row.Answer ?? "",
            Conclusion = row.Conclusion ?? "",
            Amendment = row.AmendmentId is { } amendment ? Amendments.NameOf(row.PlanId, amendment) : "",
            Outcome = row.Outcome is null ? V1.Matter.Types.Outcome.Unspecified : Outcomes.Of(Words.Read<MatterOutcome>(row.Outcome)),
            CreateTime = row.CreatedAt.ToTimestamp(),
            UpdateTime = row.UpdatedAt.ToTimestamp(),
            Steps = { steps.Select(step => ToContract(step, agencies, on)) },
        };
    }

    private static V1.Matter.Types.Step ToContract(MatterStepRow row, KnownAgencies agencies, DateOnly on) => new()
    {
        State = States.Of(Words.Read<MatterState>(row.State)),
        Text = row.Text,
        Agency = row.AgencyId is { } agency ? agencies.ToContract(agency, on) : null,
        Due = row.Due?.ToContract(),
        DocumentNumber = row.DocumentNumber ?? "",
        Actor = row.Actor,
        Time = row.At.ToTimestamp(),
    };

    private static string NameOf(MatterSubject subject) => subject switch
    {
        { TargetId: { } target } => ContentMapping.TargetName.Of(subject.PlanId, target),
        { TaskId: { } task } => ContentMapping.TaskName.Of(subject.PlanId, task),
        _ => PlanService.PlanName.Of(subject.PlanId),
    };

    /// <summary>Null for UNSPECIFIED; VALUE_UNKNOWN for a value of a later contract.</summary>
    public static MatterKind? ToDomain(this V1.Matter.Types.Kind kind, string field) => Kinds.From(kind, field);

    /// <inheritdoc cref="ToDomain(V1.Matter.Types.Kind, string)"/>
    public static MatterState? ToDomain(this V1.Matter.Types.State state, string field) => States.From(state, field);

    /// <inheritdoc cref="ToDomain(V1.Matter.Types.Kind, string)"/>
    public static MatterOutcome? ToDomain(this V1.Matter.Types.Outcome outcome, string field) => Outcomes.From(outcome, field);
}
