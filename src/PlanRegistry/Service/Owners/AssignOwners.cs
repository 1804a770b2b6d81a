using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Owners;

internal sealed partial class OwnerService
{
    private const int MostAssignments = 500;
    private const int MostItems = 1_000;
    private const int MostCoordinating = 50;

    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.AssignOwnersResponse> AssignOwners(V1.AssignOwnersRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var from = request.From.ToDay("from") ?? work.At.InVietnam();
            Check.All(Limits(request));
            var plan = await work.RequireKeptPlan(PlanService.PlanName.Parse(request.Plan, "plan"));
            Check.Rule(new OwnedPlansAreConfirmed(plan.State));
            var book = await work.Connection.OwnersOf(plan, work.Cancellation);
            Etag.MustMatch(request.Etag, book.Version);

            var changes = AssigningOwners.Decide(book.Items, book.History, await Intents(request, plan.Id, from, work), from);

            var version = await work.Keep(book, changes, from, Said.OrNull(request.Reason));
            work.Audit(request.Plan, $"owners of {changes.Changed.Count} items");
            return await Show(changes, plan.Id, version, from, work);
        });

    private static IEnumerable<IRule> Limits(V1.AssignOwnersRequest request) =>
    [
        new FieldsAreFilled("assignments", request.Assignments.Count > 0),
        new BatchesAreSmall(request.Assignments.Count, MostAssignments),
        new TextsFitTheirField("reason", request.Reason.Length, LongestReason),
        .. request.Assignments.Select(one => new BatchesAreSmall(one.Items.Count, MostItems)),
        .. request.Assignments.Select(one => new BatchesAreSmall(one.Coordinating.Count, MostCoordinating)),
    ];

    private static async Task<IReadOnlyList<AssignmentIntent>> Intents(V1.AssignOwnersRequest request, Guid plan, DateOnly from, Work work)
    {
        var named = request.Assignments.SelectMany((one, at) => one.Coordinating.Select(name => (name, $"assignments[{at}].coordinating")).Prepend((one.Lead, $"assignments[{at}].lead")))
            .Where(pair => pair.Item1.Length > 0).ToList();
        var agencies = await work.Connection.Agencies(named, work.Cancellation);
        Check.All(named.Select(pair => agencies.Judge(pair.Item1, pair.Item2, from)));
        return
        [
            .. request.Assignments.Select((one, at) => new AssignmentIntent(
                $"assignments[{at}]",
                [.. one.Items.Select(item => OwnedItemName.In(plan, item, $"assignments[{at}].items"))],
                one.Theme,
                one.Section.Length == 0 ? null : SectionIn(plan, one.Section, $"assignments[{at}].section"),
                one.OnlyUnowned,
                new(agencies.Find(one.Lead)?.Id, [.. one.Coordinating.Select(name => agencies.Find(name)!.Id)]),
                one.Withdraw)),
        ];
    }

    private static Guid SectionIn(Guid plan, string name, string field)
    {
        _ = ContentMapping.TaskName.Parse(name, field);
        return OwnedItemName.In(plan, name, field);
    }

    private static async Task<V1.AssignOwnersResponse> Show(OwnerChanges changes, Guid plan, int version, DateOnly from, Work work)
    {
        var history = await work.Connection.OwnerHistoryOf(plan, work.Cancellation);
        var agencies = await work.Connection.Agencies(changes.Changed.SelectMany(change => change.Owners.CoordinatingIds.Concat(change.Owners.LeadId is { } lead ? [lead] : [])), work.Cancellation);
        return new()
        {
            AssignedCount = changes.Changed.Count,
            UnchangedCount = changes.Unchanged,
            Items = { changes.Changed.Select(change => change.Item.ToContract(plan, history.On(change.Item.Id, from), agencies, from)) },
            Etag = Etag.Of(version),
        };
    }
}
