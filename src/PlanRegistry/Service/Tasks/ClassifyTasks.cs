using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Domain.Tasks;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

internal sealed partial class TaskService
{
    private const int MostEntries = 500;

    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.ClassifyTasksResponse> ClassifyTasks(V1.ClassifyTasksRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            Check.Rule(new FieldsAreFilled("entries", request.Entries.Count > 0));
            Check.Rule(new BatchesAreSmall(request.Entries.Count, MostEntries));
            Check.All(request.Entries.Select((entry, at) => new TextsFitTheirField($"entries[{at}].reason", entry.Reason.Length, LongestReason)));
            var book = await work.HoldPublished(PlanService.PlanName.Parse(request.Plan, "plan"));
            await work.MustKeep(book.Plan.Id);

            var held = await work.HoldTasks(book, [.. request.Entries.Select((entry, at) => (entry.Task, entry.Etag, $"entries[{at}].task"))]);
            var seen = new HashSet<Guid>();
            Check.All(held.Select(task => new ItemsAreAssignedOnce(task.Path, task.Item.Id, seen.Add(task.Item.Id))));

            var assessed = await Assessed(work, held);
            var steps = held.Zip(request.Entries, (task, entry) => (Task: task, Step: Classify(task, entry, assessed.Contains(task.Item.Id))))
                .Where(one => one.Step is not null).Select(one => (one.Task, one.Step!)).ToList();
            await work.Save(book, steps);
            work.Audit(request.Plan, $"{steps.Count} tasks classified");
            return await Show(work, book, held);
        });

    private static async Task<IReadOnlySet<Guid>> Assessed(Work work, IReadOnlyList<HeldTask> tasks) => (await work.Connection.QueryAsync<Guid>(work.Sql(
        "select distinct task_id from task_assessments where task_id = any(@ids)", new { ids = tasks.Select(task => task.Item.Id).ToArray() }))).ToHashSet();

    private static TaskStep? Classify(HeldTask task, V1.ClassifyTasksRequest.Types.Entry entry, bool isAssessed)
    {
        var path = task.Path[..task.Path.LastIndexOf('.')];
        var kind = entry.Kind.ToDomain($"{path}.kind");
        Check.Rule(new FieldsAreFilled($"{path}.kind", kind is not null));
        return task.Work.Classify(kind!.Value, entry.Start.ToDay($"{path}.start"), entry.Due.ToDay($"{path}.due"), Owners.Said.OrNull(entry.Reason), isAssessed, path);
    }

    private static async Task<V1.ClassifyTasksResponse> Show(Work work, OwnerBook book, IReadOnlyList<HeldTask> tasks)
    {
        var ledger = await work.Connection.Ledger(book, task: null, work.At.InVietnam(), work.Cancellation);
        var agencies = await work.Connection.AgenciesOf(ledger, [.. tasks.Select(task => task.Item)], work.Cancellation);
        return new() { Tasks = { tasks.Select(task => ledger.ToContract(task.Item, agencies)) } };
    }
}
