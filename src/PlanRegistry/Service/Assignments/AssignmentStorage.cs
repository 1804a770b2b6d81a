using System.Text.Json;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Assignments;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

/// <summary>What was said of names in plans, and whom they mean by it.</summary>
internal static class AssignmentStorage
{
    private const string InsertAll = """
        insert into party_assignments (id, plan_id, duty_id, role, position, text, agency_id, group_unit, group_below, group_kinds,
            valid_from, reason, remembered, assigned_at, assigned_by)
        select t.*, @At, @by
        from jsonb_to_recordset(@rows::jsonb) as t (id uuid, plan_id uuid, duty_id uuid, role text, position int, text text, agency_id uuid,
            group_unit uuid, group_below bool, group_kinds text[], valid_from date, reason text, remembered bool)
        """;

    private const string InsertAliases = """
        insert into remembered_aliases (agency_id, alias, assignment_id)
        select agency_id, text, id from party_assignments where id = any(@ids) and remembered on conflict do nothing
        """;

    private const string Said = """
        select * from party_assignments where plan_id = @plan and (@until::timestamptz is null or assigned_at <= @until) order by sequence
        """;

    private const string Means = """
        select n.*, p.title, coalesce(c.duty ->> 'content', '') as content from parties_on(@on) n join plans p on p.id = n.plan_id
            left join current_duties c on c.plan_id = n.plan_id and (c.duty ->> 'id')::uuid = n.duty_id
        where n.agency_id = @predecessor and n.role = any(@roles) and (@plan::uuid is null or n.plan_id = @plan)
            and coalesce(p.period_to, 9999) >= extract(year from @on::date)
        order by n.plan_id, n.duty_id nulls first, n.role, n.position
        """;

    /// <summary>What was said of a plan's names until a time, in the order it was said.</summary>
    public static async Task<IReadOnlyList<PartyAssignment>> SaidOf(this NpgsqlConnection connection, Guid plan, CancellationToken ct, DateTimeOffset? until = null) =>
    [
        .. (await connection.QueryAsync<AssignmentRow>(new(Said, new { plan, until = until?.ToUniversalTime() }, cancellationToken: ct))).Select(row => row.ToAssignment()),
    ];

    /// <summary>Whom the names in published plans mean on a day.</summary>
    public static async Task<IReadOnlyList<NameInPlan>> NamesOn(this NpgsqlConnection connection, Guid[] plans, DateOnly on, CancellationToken ct) =>
    [
        .. (await connection.QueryAsync<NameRow>(new("select * from parties_on(@on) where plan_id = any(@plans)", new { plans, on }, cancellationToken: ct)))
            .Select(row => row.ToName()),
    ];

    /// <summary>The names in published plans that mean an agency on a day.</summary>
    public static async Task<IReadOnlyList<NameInPlan>> NamesThatMean(this Work work, Guid predecessor, IEnumerable<PartyRole> roles, Guid? plan, string matching, DateOnly on)
    {
        var asked = new { predecessor, roles = roles.Select(Words.Of).ToArray(), plan, on };
        var words = TextFolding.Fold(matching).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var names = await work.Connection.QueryAsync<AboutRow>(work.Sql(Means, asked));
        return [.. names.Where(name => name.HasAll(words)).Select(name => name.ToName())];
    }

    public static async Task Insert(this Work work, IReadOnlyList<PartyAssignment> assignments)
    {
        var rows = JsonSerializer.Serialize(assignments.Select(AssignmentRow.Columns), RowJson.Options);
        await work.Connection.ExecuteAsync(work.Sql(InsertAll, new { rows, work.At, by = work.Caller.Subject }));
        await work.Connection.ExecuteAsync(work.Sql(InsertAliases, new { ids = assignments.Where(one => one.Remembered).Select(one => one.Id).ToArray() }));
    }

    private sealed class AboutRow : NameRow
    {
        public string? Title { get; init; }
        public string Content { get; init; } = "";

        public bool HasAll(IReadOnlyCollection<string> words)
        {
            var text = words.Count == 0 ? "" : TextFolding.Fold($"{Title} {Content}");
            return words.All(word => text.Contains(word, StringComparison.Ordinal));
        }
    }
}
