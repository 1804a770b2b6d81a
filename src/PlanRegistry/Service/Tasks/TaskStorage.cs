using System.Text.Json;
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
        select task_id, @plan, version, kind, state, start_day, due, completed_on, dropped_on, drop_reason, @At
        from jsonb_to_recordset(@rows::jsonb) as t (task_id uuid, version bigint, kind text, state text, start_day date, due date, completed_on date, dropped_on date, drop_reason text)
        on conflict (task_id) do update set version = excluded.version, kind = excluded.kind, state = excluded.state, start_day = excluded.start_day,
            due = excluded.due, completed_on = excluded.completed_on, dropped_on = excluded.dropped_on, drop_reason = excluded.drop_reason, updated_at = excluded.updated_at;
        insert into task_steps (task_id, version, act, on_day, text, actor, at)
        select task_id, version, act, on_day, text, @Subject, @At
        from jsonb_to_recordset(@rows::jsonb) as t (task_id uuid, version bigint, act text, on_day date, text text);
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
        return (await work.HoldTasks(await work.HoldPublished(plan), [(name, etag, path)]))[0];
    }

    /// <summary>Tasks of a plan that is held already, in the order of the names.</summary>
    public static async Task<IReadOnlyList<HeldTask>> HoldTasks(this Work work, OwnerBook book, IReadOnlyList<(string Name, string Etag, string Path)> named)
    {
        var items = named.Select(one => book.Items.Require(OwnableKind.Task, TaskIn(book, one.Name, one.Path), one.Path)).ToList();
        var rows = await work.HoldAll<WorkRow>(
            "select * from task_work where task_id = any(@ids) order by task_id for update", new { ids = items.Select(item => item.Id).ToArray() });
        var works = rows.ToDictionary(row => row.TaskId, row => row.ToWork());
        foreach (var (item, one) in items.Zip(named))
            Etag.MustMatch(one.Etag, works.GetValueOrDefault(item.Id)?.Version ?? 0);
        return [.. items.Zip(named, (item, one) => new HeldTask(book, item, works.GetValueOrDefault(item.Id) ?? TaskWork.Unclassified(item.Id), one.Path))];
    }

    /// <summary>Keeps the work with the step that led to it.</summary>
    public static Task Save(this Work work, HeldTask task, TaskStep step) => work.Save(task.Book, [(task, step)]);

    /// <summary>Keeps the work on several tasks of a plan, each with its step.</summary>
    public static Task Save(this Work work, OwnerBook book, IReadOnlyList<(HeldTask Task, TaskStep Step)> steps) => work.Connection.ExecuteAsync(work.Sql(Upsert, new
    {
        plan = book.Plan.Id,
        rows = JsonSerializer.Serialize(steps.Select(one => new
        {
            one.Task.Work.TaskId,
            one.Task.Work.Version,
            one.Task.Work.Kind,
            one.Task.Work.State,
            StartDay = one.Task.Work.Start,
            one.Task.Work.Due,
            one.Task.Work.CompletedOn,
            one.Task.Work.DroppedOn,
            one.Task.Work.DropReason,
            one.Step.Act,
            OnDay = one.Step.On,
            one.Step.Text,
        }), RowJson.Options),
        work.Caller.Subject,
        work.At,
    }));

    private static Guid TaskIn(OwnerBook book, string name, string path)
    {
        _ = ContentMapping.TaskName.ParseAll(name, path);
        return OwnedItemName.In(book.Plan.Id, name, path);
    }

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
