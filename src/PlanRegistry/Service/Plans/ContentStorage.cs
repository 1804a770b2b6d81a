using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Domain.Plans.Items;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>
/// The content of a plan, written and read in one round trip each: the database turns JSON into typed rows and back. A
/// property of a record is the column of that name.
/// </summary>
internal static class ContentStorage
{
    private const string InsertContent = """
        insert into plan_legal_bases select * from jsonb_populate_recordset(null::plan_legal_bases, @LegalBases::jsonb);
        insert into plan_objectives select * from jsonb_populate_recordset(null::plan_objectives, @Objectives::jsonb);
        insert into plan_targets select * from jsonb_populate_recordset(null::plan_targets, @Targets::jsonb);
        insert into plan_tasks select * from jsonb_populate_recordset(null::plan_tasks, @Tasks::jsonb);
        insert into plan_task_rows select * from jsonb_populate_recordset(null::plan_task_rows, @TaskRows::jsonb);
        insert into plan_duties select * from jsonb_populate_recordset(null::plan_duties, @Duties::jsonb);
        insert into plan_flags select * from jsonb_populate_recordset(null::plan_flags, @Flags::jsonb);
        insert into plan_organisation_duties select * from jsonb_populate_recordset(null::plan_organisation_duties, @OrganisationDuties::jsonb);
        """;

    private const string InsertCorrected =
        "insert into plan_corrected_items select * from jsonb_populate_recordset(null::plan_corrected_items, @rows::jsonb)";

    private const string SelectLast = """
        select greatest((select max(position) from plan_targets where plan_id = @plan), (select max(position) from plan_tasks where plan_id = @plan),
            (select max(position) from plan_duties where plan_id = @plan), 0)
        """;

    private const string InsertCorrections =
        "insert into plan_corrections select * from jsonb_populate_recordset(null::plan_corrections, @rows::jsonb)";

    private const string SelectContent = """
        select
            (select json_agg(t order by position) from plan_legal_bases t where plan_id = @plan) as legal_bases,
            (select json_agg(t order by position) from plan_objectives t where plan_id = @plan) as objectives,
            (select json_agg(t order by position) from plan_targets t where plan_id = @plan) as targets,
            (select json_agg(t order by position) from plan_tasks t where plan_id = @plan) as tasks,
            (select json_agg(t order by position) from plan_task_rows t where plan_id = @plan) as task_rows,
            (select json_agg(t order by position) from plan_duties t where plan_id = @plan) as duties,
            (select json_agg(t order by position) from plan_flags t where plan_id = @plan) as flags,
            (select json_agg(t order by position) from plan_organisation_duties t where plan_id = @plan) as organisation_duties,
            (select json_agg(t) from newest_corrected_items t where plan_id = @plan) as corrected,
            (select json_agg(json_build_object('amendment_id', i.amendment_id, 'kind', i.kind, 'item_id', i.item_id, 'change', i.change, 'patch', i.patch)
                    order by a.effective_on, a.ordinal, i.position)
                from plan_amended_items i join plan_amendments a on a.id = i.amendment_id
                where i.plan_id = @plan and case when @on::date is null then exists (select from plan_amendment_effects e where e.amendment_id = a.id)
                    else a.id in (select id from amendments_in_force(@plan, @on, coalesce(@known::timestamptz, 'infinity'))) end) as amended
        """;

    private const string SelectCorrections =
        "select json_agg(t order by plan_version, field) from plan_corrections t where plan_id = @plan";

    /// <summary>Keeps content behind what stands at the positions up to <paramref name="behind"/>.</summary>
    public static Task Keep(this Work work, Guid plan, PlanContent content, int behind = 0) => work.Connection.ExecuteAsync(work.Sql(InsertContent, new
    {
        LegalBases = Rows(plan, content.LegalBases, behind),
        Objectives = Rows(plan, content.Objectives, behind),
        Targets = Rows(plan, content.Targets, behind),
        Tasks = Rows(plan, content.Tasks, behind),
        TaskRows = Rows(plan, content.TaskRows, behind),
        Duties = Rows(plan, content.Duties, behind),
        Flags = Rows(plan, content.Flags, behind),
        OrganisationDuties = Rows(plan, content.OrganisationDuties, behind),
    }));

    public static Task Keep(this Work work, IReadOnlyList<Correction> corrections, Plan plan) => work.Connection.ExecuteAsync(
        work.Sql(InsertCorrections, new { rows = Rows(plan.Id, corrections, complete: row => row["plan_version"] = plan.Version) }));

    /// <summary>The content as amendments in effect have it, or as it was at a moment.</summary>
    public static async Task<PlanContent> ContentOf(this NpgsqlConnection connection, Guid plan, CancellationToken ct, Moment? moment = null)
    {
        var rows = await connection.QuerySingleAsync<ContentRow>(
            new(SelectContent, new { plan, on = moment?.On, known = moment?.KnownAt?.ToUniversalTime() }, cancellationToken: ct));
        return new PlanContent(
            Items<PlanLegalBasis>(rows.LegalBases),
            Items<PlanObjective>(rows.Objectives),
            Items<PlanTarget>(rows.Targets),
            Items<PlanTask>(rows.Tasks),
            Items<PlanTaskRow>(rows.TaskRows),
            Items<PlanDuty>(rows.Duties),
            Items<PlanFlag>(rows.Flags))
        {
            OrganisationDuties = Items<PlanOrganisationDuty>(rows.OrganisationDuties),
        }.With(Items<CorrectedRow>(rows.Corrected)).With(Items<AmendedRow>(rows.Amended));
    }

    // What a person made of an item counts; what he dropped is gone, and the parts of a dropped whole stand alone.
    private static PlanContent With(this PlanContent content, IReadOnlyList<CorrectedRow> corrected)
    {
        if (corrected.Count == 0)
            return content;
        var newest = corrected.ToDictionary(row => row.ItemId, row => row.Content);
        var targets = Current(content.Targets, target => target.Id);
        var tasks = Current(content.Tasks, task => task.Id);
        var (keptTargets, keptTasks) = (targets.Select(target => target.Id).ToHashSet(), tasks.Select(task => task.Id).ToHashSet());
        return content with
        {
            Targets = [.. targets.Select(target => target.ParentId is { } parent && !keptTargets.Contains(parent) ? target with { ParentId = null } : target)],
            Tasks = [.. tasks.Select(task => task.ParentId is { } parent && !keptTasks.Contains(parent) ? task with { ParentId = null } : task)],
            Duties = Current(content.Duties, duty => duty.Id),
            Flags = [.. content.Flags.Where(flag => (flag.TargetId ?? flag.DutyId) is not { } item || !newest.ContainsKey(item))],
        };

        List<T> Current<T>(IReadOnlyList<T> items, Func<T, Guid> id) =>
        [
            .. from item in items
               let correction = newest.TryGetValue(id(item), out var content) ? (IsCorrected: true, Content: content) : default
               where !correction.IsCorrected || correction.Content is not null
               select correction.IsCorrected ? correction.Content!.Deserialize<T>(RowJson.Options)! : item,
        ];
    }

    /// <summary>Keeps what corrections of items came to.</summary>
    public static async Task Keep(this Work work, ItemChanges changes, Plan plan)
    {
        if (changes.Changed.Count > 0)
            await work.Connection.ExecuteAsync(work.Sql(InsertCorrected, new { rows = Corrected(changes.Changed, plan) }));
        await work.Keep(plan.Id, changes.Added, behind: await work.Connection.QuerySingleAsync<int>(work.Sql(SelectLast, new { plan = plan.Id })));
    }

    private static string Corrected(IReadOnlyList<CorrectedItem> items, Plan plan) => new JsonArray([.. items.Select(item => (JsonNode)new JsonObject
    {
        ["plan_id"] = plan.Id,
        ["plan_version"] = plan.Version,
        ["kind"] = item.Kind,
        ["item_id"] = item.ItemId,
        ["content"] = item.Content is null ? null : JsonSerializer.SerializeToNode(item.Content, item.Content.GetType(), RowJson.Options),
    })]).ToJsonString();

    public static async Task<IReadOnlyList<Correction>> CorrectionsOf(this NpgsqlConnection connection, Guid plan, CancellationToken ct) =>
        Items<Correction>(await connection.QuerySingleAsync<string?>(new(SelectCorrections, new { plan }, cancellationToken: ct)));

    private static IReadOnlyList<T> Items<T>(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<T>>(json, RowJson.Options)!;

    private static string Rows<T>(Guid plan, IReadOnlyList<T> items, int behind = 0, Action<JsonNode>? complete = null)
    {
        var rows = new JsonArray();
        foreach (var item in items)
        {
            var row = JsonSerializer.SerializeToNode(item, RowJson.Options)!;
            row["plan_id"] = plan;
            row["position"] = behind + rows.Count + 1;
            complete?.Invoke(row);
            rows.Add(row);
        }

        return rows.ToJsonString();
    }

    private sealed class ContentRow
    {
        public string? LegalBases { get; init; }
        public string? Objectives { get; init; }
        public string? Targets { get; init; }
        public string? Tasks { get; init; }
        public string? TaskRows { get; init; }
        public string? Duties { get; init; }
        public string? Flags { get; init; }
        public string? OrganisationDuties { get; init; }
        public string? Corrected { get; init; }
        public string? Amended { get; init; }
    }

    private sealed record CorrectedRow(Guid ItemId, JsonNode? Content);
}
