using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Owners;

/// <summary>The items of a plan, as its content counts, and everything that was said of their owners.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Content">As it counts.</param>
/// <param name="Items">Targets first.</param>
/// <param name="History">Every assignment.</param>
/// <param name="Version">How many acts there were.</param>
internal sealed record OwnerBook(Plan Plan, PlanContent Content, IReadOnlyList<OwnableItem> Items, OwnerHistory History, int Version);

/// <summary>Reads who owns what.</summary>
internal static class OwnerQueries
{
    private const string SelectAssignments = """
        select a.item_id, a.act_number as act, t.from_day, t.actor, t.at, t.reason,
            (array_agg(o.agency_id) filter (where o.role = 'lead'))[1] as lead_id,
            coalesce(array_agg(o.agency_id order by o.position) filter (where o.role = 'coordinating'), '{}') as coordinating_ids
        from owner_assignments a
            join owner_acts t on t.plan_id = a.plan_id and t.number = a.act_number
            left join assigned_owners o on o.plan_id = a.plan_id and o.act_number = a.act_number and o.item_id = a.item_id
        where a.plan_id = @plan
        group by a.item_id, a.act_number, t.from_day, t.actor, t.at, t.reason
        """;

    /// <summary>The book of a plan. Throws PLAN_NOT_FOUND.</summary>
    public static async Task<OwnerBook> OwnersOf(this NpgsqlConnection connection, Guid plan, CancellationToken ct)
    {
        var row = await connection.QuerySingleOrDefaultAsync<PlanRow>(new("select * from plans where id = @plan", new { plan }, cancellationToken: ct));
        Check.Rule(new PlansAreInTheRegister(plan, row is not null));
        return await connection.OwnersOf(row!.ToPlan(), ct);
    }

    /// <summary>The book of a plan that is read already.</summary>
    public static async Task<OwnerBook> OwnersOf(this NpgsqlConnection connection, Plan plan, CancellationToken ct)
    {
        var content = await connection.ContentOf(plan.Id, ct);
        var version = await connection.ExecuteScalarAsync<int>(new("select coalesce(max(number), 0) from owner_acts where plan_id = @Id", new { plan.Id }, cancellationToken: ct));
        return new(plan, content, OwnableItem.Of(content), await connection.OwnerHistoryOf(plan.Id, ct), version);
    }

    /// <summary>Every assignment of a plan.</summary>
    public static async Task<OwnerHistory> OwnerHistoryOf(this NpgsqlConnection connection, Guid plan, CancellationToken ct) =>
        new((await connection.QueryAsync<AssignmentRow>(new(SelectAssignments, new { plan }, cancellationToken: ct))).Select(row => row.ToAssignment()).ToList());

    private sealed class AssignmentRow
    {
        public Guid ItemId { get; init; }
        public int Act { get; init; }
        public DateOnly FromDay { get; init; }
        public string Actor { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public string? Reason { get; init; }
        public Guid? LeadId { get; init; }
        public Guid[] CoordinatingIds { get; init; } = [];

        public OwnerAssignment ToAssignment() => new(ItemId, Act, FromDay, new(LeadId, CoordinatingIds), Actor, At, Reason);
    }
}
