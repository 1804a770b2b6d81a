using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Domain.Tasks;
using SocialPolicy.PlanRegistry.Service.Owners;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

/// <summary>The work on the tasks of a plan, with everything that was recorded of it, as it stands on a day.</summary>
/// <param name="Book">The plan's items and their owners.</param>
/// <param name="Works">By task; of what is not here nobody has said anything.</param>
/// <param name="Assessments">By task, those recorded by the day.</param>
/// <param name="Contributions">By task.</param>
/// <param name="Evidence">By task.</param>
/// <param name="Steps">By task.</param>
/// <param name="On">The day.</param>
internal sealed record TaskLedger(
    OwnerBook Book,
    IReadOnlyDictionary<Guid, TaskWork> Works,
    ILookup<Guid, AssessmentRow> Assessments,
    ILookup<Guid, ContributionRow> Contributions,
    ILookup<Guid, EvidenceRow> Evidence,
    ILookup<Guid, StepRow> Steps,
    DateOnly On)
{
    public TaskWork WorkOn(Guid task) => Works.GetValueOrDefault(task) ?? TaskWork.Unclassified(task);

    /// <summary>How a task is rated; null while nobody has said of which kind it is.</summary>
    public RatedTask? Rate(Guid task) => RatedTask.On(WorkOn(task), LastAssessmentOf(task), On);

    /// <summary>Who owns a task on the day.</summary>
    public Ownership OwnersOf(Guid task) => Book.History.OwnersOn(task, On);

    /// <summary>What counts of each period, the newest period first, each with what it replaced.</summary>
    public IEnumerable<IReadOnlyList<AssessmentRow>> PeriodsOf(Guid task) => Assessments[task]
        .GroupBy(row => row.Period).Select(period => period.OrderBy(row => row.Revision).ToList())
        .OrderByDescending(period => period[^1].ToAssessment().Period.LastDay).ThenByDescending(period => period[^1].At);

    private Assessment? LastAssessmentOf(Guid task) => PeriodsOf(task).FirstOrDefault()?[^1].ToAssessment();
}

/// <summary>Reads the work on tasks.</summary>
internal static class TaskQueries
{
    private const string Select = """
        select * from task_work where plan_id = @plan and (@task::uuid is null or task_id = @task);
        select a.* from task_assessments a join task_work w using (task_id) where w.plan_id = @plan and (@task::uuid is null or a.task_id = @task) order by a.at, a.revision;
        select c.* from task_contributions c join task_work w using (task_id) where w.plan_id = @plan and (@task::uuid is null or c.task_id = @task) order by c.at, c.id;
        select e.* from task_evidence e join task_work w using (task_id) where w.plan_id = @plan and (@task::uuid is null or e.task_id = @task) order by e.at, e.id;
        select s.* from task_steps s where s.task_id = @task order by s.version;
        """;

    /// <summary>The ledger of a plan, or of one task of it: only then with its steps.</summary>
    public static async Task<TaskLedger> Ledger(this NpgsqlConnection connection, OwnerBook book, Guid? task, DateOnly on, CancellationToken ct)
    {
        await using var rows = await connection.QueryMultipleAsync(new(Select, new { plan = book.Plan.Id, task }, cancellationToken: ct));
        return new(
            book,
            (await rows.ReadAsync<WorkRow>()).ToDictionary(row => row.TaskId, row => row.ToWork()),
            (await rows.ReadAsync<AssessmentRow>()).Where(row => row.At.InVietnam() <= on).ToLookup(row => row.TaskId),
            (await rows.ReadAsync<ContributionRow>()).ToLookup(row => row.TaskId),
            (await rows.ReadAsync<EvidenceRow>()).ToLookup(row => row.TaskId),
            (await rows.ReadAsync<StepRow>()).ToLookup(row => row.TaskId),
            on);
    }
}
