using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Amendments;

/// <summary>Amendments in the words of the contract.</summary>
internal static class AmendmentMapping
{
    private static readonly WirePairs<ChangeKind, V1.ItemChange.Types.Kind> Kinds = new(
        (ChangeKind.Added, V1.ItemChange.Types.Kind.Added),
        (ChangeKind.Changed, V1.ItemChange.Types.Kind.Changed),
        (ChangeKind.Dropped, V1.ItemChange.Types.Kind.Dropped));

    public static V1.Amendment ToContract(this AmendmentRow row, IEnumerable<ItemChange> changes) => new()
    {
        Name = AmendmentService.AmendmentName.Of(row.PlanId, row.Id),
        Etag = Etag.Of(row.Version),
        State = row switch
        {
            { CancelledAt: not null } => V1.Amendment.Types.State.Cancelled,
            { AnnouncedAt: not null } => V1.Amendment.Types.State.InEffect,
            _ => V1.Amendment.Types.State.Scheduled,
        },
        Document = new()
        {
            Plan = row.AmendingPlanId is { } plan ? PlanService.PlanName.Of(plan) : "",
            Number = row.Number ?? "",
            IssuedOn = row.IssuedOn?.ToContract(),
            Issuer = row.Issuer ?? "",
            Title = row.Title ?? "",
        },
        EffectiveOn = row.EffectiveOn.ToContract(),
        Note = row.Note,
        Changes = { changes.Select(change => change.ToContract(row.PlanId)) },
        Actor = row.Actor,
        CreateTime = row.RecordedAt.ToTimestamp(),
        EffectTime = row.AnnouncedAt?.ToTimestamp(),
        CancelTime = row.CancelledAt?.ToTimestamp(),
        CancelReason = row.CancelReason ?? "",
    };

    public static V1.ItemChange ToContract(this ItemChange change, Guid plan)
    {
        var contract = new V1.ItemChange
        {
            Kind = Kinds.Of(change.Kind),
            Item = change.ItemId == Guid.Empty ? "" : NamesOf(change.ItemKind).Of(plan, change.ItemId),
            Before = change.Before,
            After = change.After,
            Fields = { change.Fields.Select(field => new V1.ItemChange.Types.Field { Path = field.Path, Before = field.Before, After = field.After }) },
        };
        switch (change.Now)
        {
            case PlanTarget target:
                contract.Target = target.ToContract(plan);
                contract.Target.Name = contract.Item;
                break;
            case Domain.Plans.PlanTask task:
                contract.Task = task.ToContract(plan);
                contract.Task.Name = contract.Item;
                break;
            case PlanDuty duty:
                contract.ReportingDuty = duty.ToContract(plan, next: null);
                contract.ReportingDuty.Name = contract.Item;
                break;
        }

        return contract;
    }

    /// <summary>What to send to AmendPlan for a change that is proposed.</summary>
    public static V1.ItemCorrection ToCorrection(this ProposedChange proposed, Guid plan)
    {
        var correction = new V1.ItemCorrection { Drop = proposed.Change.Kind is ChangeKind.Dropped };
        var item = proposed.Change.ItemId == Guid.Empty ? "" : NamesOf(proposed.Change.ItemKind).Of(plan, proposed.Change.ItemId);
        if (proposed.Fields.Count > 0)
            correction.UpdateMask = new() { Paths = { proposed.Fields } };
        switch (proposed.Said)
        {
            case PlanTarget target:
                correction.Target = target.ToContract(plan);
                (correction.Target.Name, correction.Target.Parent) = (item, "");
                break;
            case Domain.Plans.PlanTask task:
                correction.Task = task.ToContract(plan);
                (correction.Task.Name, correction.Task.Parent) = (item, "");
                break;
            case PlanDuty duty:
                correction.ReportingDuty = duty.ToContract(plan, next: null);
                correction.ReportingDuty.Name = item;
                break;
        }

        return correction;
    }

    private static ResourceName NamesOf(string kind) => kind switch
    {
        "target" => ContentMapping.TargetName,
        "task" => ContentMapping.TaskName,
        _ => ContentMapping.DutyName,
    };
}
