using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>
/// The content of a plan, written and read in one round trip each: the database turns JSON into typed rows and back. A
/// property of a record is the column of that name.
/// </summary>
internal static class ContentStorage
{
    private const string InsertContent = """
        insert into plan_legal_bases select * from jsonb_populate_recordset(null::plan_legal_bases, @LegalBases::jsonb);
        insert into plan_targets select * from jsonb_populate_recordset(null::plan_targets, @Targets::jsonb);
        insert into plan_tasks select * from jsonb_populate_recordset(null::plan_tasks, @Tasks::jsonb);
        insert into plan_duties select * from jsonb_populate_recordset(null::plan_duties, @Duties::jsonb);
        insert into plan_flags select * from jsonb_populate_recordset(null::plan_flags, @Flags::jsonb);
        """;

    private const string InsertCorrections =
        "insert into plan_corrections select * from jsonb_populate_recordset(null::plan_corrections, @rows::jsonb)";

    private const string SelectContent = """
        select
            (select json_agg(t order by position) from plan_legal_bases t where plan_id = @plan) as legal_bases,
            (select json_agg(t order by position) from plan_targets t where plan_id = @plan) as targets,
            (select json_agg(t order by position) from plan_tasks t where plan_id = @plan) as tasks,
            (select json_agg(t order by position) from plan_duties t where plan_id = @plan) as duties,
            (select json_agg(t order by position) from plan_flags t where plan_id = @plan) as flags
        """;

    private const string SelectCorrections =
        "select json_agg(t order by plan_version, field) from plan_corrections t where plan_id = @plan";

    public static Task Keep(this Work work, Guid plan, PlanContent content) => work.Connection.ExecuteAsync(work.Sql(InsertContent, new
    {
        LegalBases = Rows(plan, content.LegalBases),
        Targets = Rows(plan, content.Targets),
        Tasks = Rows(plan, content.Tasks),
        Duties = Rows(plan, content.Duties),
        Flags = Rows(plan, content.Flags),
    }));

    public static Task Keep(this Work work, IReadOnlyList<Correction> corrections, Plan plan) => work.Connection.ExecuteAsync(
        work.Sql(InsertCorrections, new { rows = Rows(plan.Id, corrections, row => row["plan_version"] = plan.Version) }));

    public static async Task<PlanContent> ContentOf(this NpgsqlConnection connection, Guid plan, CancellationToken ct)
    {
        var rows = await connection.QuerySingleAsync<ContentRow>(new(SelectContent, new { plan }, cancellationToken: ct));
        return new PlanContent(
            Items<PlanLegalBasis>(rows.LegalBases),
            Items<PlanTarget>(rows.Targets),
            Items<PlanTask>(rows.Tasks),
            Items<PlanDuty>(rows.Duties),
            Items<PlanFlag>(rows.Flags));
    }

    public static async Task<IReadOnlyList<Correction>> CorrectionsOf(this NpgsqlConnection connection, Guid plan, CancellationToken ct) =>
        Items<Correction>(await connection.QuerySingleAsync<string?>(new(SelectCorrections, new { plan }, cancellationToken: ct)));

    private static IReadOnlyList<T> Items<T>(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<T>>(json, RowJson.Options)!;

    private static string Rows<T>(Guid plan, IReadOnlyList<T> items, Action<JsonNode>? complete = null)
    {
        var rows = new JsonArray();
        foreach (var item in items)
        {
            var row = JsonSerializer.SerializeToNode(item, RowJson.Options)!;
            row["plan_id"] = plan;
            row["position"] = rows.Count + 1;
            complete?.Invoke(row);
            rows.Add(row);
        }

        return rows.ToJsonString();
    }

    private sealed class ContentRow
    {
        public string? LegalBases { get; init; }
        public string? Targets { get; init; }
        public string? Tasks { get; init; }
        public string? Duties { get; init; }
        public string? Flags { get; init; }
    }
}
