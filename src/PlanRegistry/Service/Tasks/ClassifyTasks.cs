using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Wire;
using Dapper;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

internal sealed partial class TaskService
{
    private const int MostEntries = 500;

    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.Administrator)]
    public override Task<V1.ClassifyTasksResponse> ClassifyTasks(V1.ClassifyTasksRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            Check.Rule(new FieldsAreFilled("entries", request.Entries.Count > 0));
            Check.Rule(new BatchesAreSmall(request.Entries.Count, MostEntries));
            Check.All(request.Entries.Select((entry, at) => new TextsFitTheirField($"entries[{at}].reason", entry.Reason.Length, LongestReason)));
            var book = await work.HoldPublished(PlanService.PlanName.Parse(request.Plan, "plan"));

            var held = new List<HeldTask>();
            foreach (var (at, entry) in request.Entries.Index())
                held.Add(await work.HoldTask(book, entry.Task, entry.Etag, $"entries[{at}].task"));
            var seen = new HashSet<Guid>();
            Check.All(held.Select(task => new ItemsAreAssignedOnce(task.Path, task.Item.Id, seen.Add(task.Item.Id))));

            foreach (var (at, entry) in request.Entries.Index())
                await Classify(work, held[at], entry, $"entries[{at}]");
            work.Audit(request.Plan, $"{held.Count} tasks classified");
            return await Show(work, book, held);
        });

    private static async Task Classify(Work work, HeldTask task, V1.ClassifyTasksRequest.Types.Entry entry, string path)
    {
        var kind = entry.Kind.ToDomain($"{path}.kind");
        Check.Rule(new FieldsAreFilled($"{path}.kind", kind is not null));
        var isAssessed = await work.Connection.ExecuteScalarAsync<bool>(work.Sql("select exists (select from task_assessments where task_id = @Id)", new { task.Item.Id }));
        var step = task.Work.Classify(
            kind!.Value, entry.Start.ToDay($"{path}.start"), entry.Due.ToDay($"{path}.due"), Owners.Said.OrNull(entry.Reason), isAssessed, path);
        if (step is not null)
            await work.Save(task, step);
    }

    private static async Task<V1.ClassifyTasksResponse> Show(Work work, OwnerBook book, IReadOnlyList<HeldTask> tasks)
    {
        var ledger = await work.Connection.Ledger(book, task: null, work.At.InVietnam(), work.Cancellation);
        var agencies = await work.Connection.AgenciesOf(ledger, [.. tasks.Select(task => task.Item)], work.Cancellation);
        return new() { Tasks = { tasks.Select(task => ledger.ToContract(task.Item, agencies)) } };
    }
}
