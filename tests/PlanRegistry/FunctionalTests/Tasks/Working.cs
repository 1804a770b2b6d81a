using Google.Protobuf;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Assignment = SocialPolicy.PlanRegistry.V1.AssignOwnersRequest.Types.Assignment;
using Date = Google.Type.Date;
using Entry = SocialPolicy.PlanRegistry.V1.ClassifyTasksRequest.Types.Entry;
using Kind = SocialPolicy.PlanRegistry.V1.TaskWork.Types.Kind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Tasks;

/// <summary>Tasks of a new plan that somebody leads, and how their work is recorded.</summary>
internal static class Working
{
    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    /// <summary>A one-off task that the health department leads, the home department coordinating; without a due date unless one is said.</summary>
    public static async Task<string> OneOffTask(this Registry registry, Date? due = null)
    {
        var plan = await registry.PublishedPlan();
        var task = plan.Task("Đề án phát triển mạng lưới");
        await registry.Lead(plan, task);
        await registry.Classify(plan.Name, new Entry { Task = task, Kind = Kind.OneOff, Due = due });
        return task;
    }

    /// <summary>An ongoing task that the health department leads.</summary>
    public static async Task<string> OngoingTask(this Registry registry)
    {
        var plan = await registry.PublishedPlan();
        var task = plan.Task("tuyên truyền");
        await registry.Lead(plan, task);
        await registry.Classify(plan.Name, new Entry { Task = task, Kind = Kind.Ongoing });
        return task;
    }

    public static string PlanOf(string task) => string.Join('/', task.Split('/')[..2]);

    public static async Task<V1.ClassifyTasksResponse> Classify(this Registry registry, string plan, params Entry[] entries) =>
        await registry.Tasks.ClassifyTasksAsync(new() { Plan = plan, Entries = { entries } });

    public static async Task<V1.TaskWork> Attach(this V1.TaskService.TaskServiceClient tasks, V1.AttachEvidenceRequest.Types.Evidence evidence, byte[]? bytes = null)
    {
        using var call = tasks.AttachEvidence();
        await call.RequestStream.WriteAsync(new() { Evidence = evidence });
        if (bytes is not null)
            await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(bytes) });
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    /// <summary>What was announced of a task or matter, oldest first.</summary>
    public static async Task<IReadOnlyList<System.Text.Json.JsonElement>> Announced(this Registry registry, string aggregate)
    {
        var all = await registry.Ask<string>("select coalesce(json_agg(payload::json order by position), '[]')::text from ground.outbox where aggregate = @aggregate", new { aggregate });
        return [.. System.Text.Json.JsonDocument.Parse(all).RootElement.EnumerateArray()];
    }

    private static async Task Lead(this Registry registry, V1.Plan plan, string task) => await registry.Owners.AssignOwnersAsync(new()
    {
        Plan = plan.Name,
        From = Day(2026, 1, 1),
        Assignments = { new Assignment { Items = { task }, Lead = Province.Health, Coordinating = { Province.HomeAffairs } } },
    });
}
