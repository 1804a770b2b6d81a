using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Domain.Tasks;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

/// <summary>A task of a published plan, held with the work on it until a command ends.</summary>
/// <param name="Book">The plan's items and their owners.</param>
/// <param name="Item">The task.</param>
/// <param name="Work">The work on it.</param>
/// <param name="Path">Where the request names it.</param>
internal sealed record HeldTask(OwnerBook Book, OwnableItem Item, TaskWork Work, string Path)
{
    public string Name => Item.NameIn(Book.Plan.Id);

    /// <summary>Who leads it on a day.</summary>
    public Guid? LeadOn(DateOnly day) => Book.History.OwnersOn(Item.Id, day).LeadId;
}

/// <summary>What commands load and save.</summary>
internal static class TaskStorage
{
    private const string Upsert = """
        insert into task_work (task_id, plan_id, version, kind, state, start_day, due, completed_on, dropped_on, drop_reason, updated_at)
        values (@TaskId, @plan, @Version, @Kind, @State, @Start, @Due, @CompletedOn, @DroppedOn, @DropReason, @At)
        on conflict (task_id) do update set version = excluded.version, kind = excluded.kind, state = excluded.state, start_day = excluded.start_day,
            due = excluded.due, completed_on = excluded.completed_on, dropped_on = excluded.dropped_on, drop_reason = excluded.drop_reason, updated_at = excluded.updated_at;
        insert into task_steps (task_id, version, act, on_day, text, actor, at) values (@TaskId, @Version, @Act, @On, @Text, @Subject, @At);
        """;

    /// <summary>The book of a published plan, held against other commands. Throws PLAN_NOT_IN_FORCE.</summary>
    public static async Task<OwnerBook> HoldPublished(this Work work, Guid plan)
    {
        var held = await work.RequirePlan(plan);
        Check.Rule(new WorkIsOnPublishedPlans(held.State));
        return await work.Connection.OwnersOf(held, work.Cancellation);
    }

    /// <summary>The task that a request names. Throws PLAN_NOT_FOUND, PLAN_NOT_IN_FORCE, ITEM_NOT_FOUND and ETAG_MISMATCH.</summary>
    public static async Task<HeldTask> HoldTask(this Work work, string name, string etag, string path = "task")
    {
        var plan = ContentMapping.TaskName.ParseAll(name, path)[0];
        return await work.HoldTask(await work.HoldPublished(plan), name, etag, path);
    }

    /// <summary>A task of a plan that is held already.</summary>
    public static async Task<HeldTask> HoldTask(this Work work, OwnerBook book, string name, string etag, string path)
    {
        _ = ContentMapping.TaskName.ParseAll(name, path);
        var item = book.Items.Require(OwnableKind.Task, OwnedItemName.In(book.Plan.Id, name, path), path);
        var row = await work.Connection.QuerySingleOrDefaultAsync<WorkRow>(work.Sql("select * from task_work where task_id = @Id for update", new { item.Id }));
        var held = new HeldTask(book, item, row?.ToWork() ?? TaskWork.Unclassified(item.Id), path);
        Etag.MustMatch(etag, held.Work.Version);
        return held;
    }

    /// <summary>Keeps the work with the step that led to it.</summary>
    public static Task Save(this Work work, HeldTask task, TaskStep step) => work.Connection.ExecuteAsync(work.Sql(Upsert, new
    {
        task.Work.TaskId,
        plan = task.Book.Plan.Id,
        task.Work.Version,
        Kind = Words.OfAny(task.Work.Kind),
        State = Words.Of(task.Work.State),
        task.Work.Start,
        task.Work.Due,
        task.Work.CompletedOn,
        task.Work.DroppedOn,
        task.Work.DropReason,
        Act = Words.Of(step.Act),
        step.On,
        step.Text,
        work.Caller.Subject,
        work.At,
    }));

    /// <summary>Announces how a task stands now.</summary>
    public static void Announce(this Work work, HeldTask task, string outcome, DateOnly on, string? text, Assessment? assessment = null) => work.Announce(
        new TaskAssessed(
            task.Item.Id, task.Book.Plan.Id, Words.Of(task.Work.Kind!.Value), outcome, on, assessment?.Period.ToString(), task.Work.Due, task.LeadOn(on), text,
            [.. assessment?.Counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => new TaskCount(count.Key, count.Value)) ?? []]),
        task.Name,
        task.Work.Version);

    /// <summary>What a command answers with: the work as the command leaves it, rated today.</summary>
    public static async Task<V1.TaskWork> Show(this Work work, HeldTask task)
    {
        var ledger = await work.Connection.Ledger(task.Book, task.Item.Id, work.At.InVietnam(), work.Cancellation);
        return ledger.ToContract(task.Item, await work.Connection.AgenciesOf(ledger, [task.Item], work.Cancellation));
    }
}
