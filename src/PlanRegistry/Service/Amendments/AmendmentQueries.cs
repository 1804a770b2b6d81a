using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Amendments.Rules;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Amendments;

/// <summary>Looks amendments up.</summary>
internal static class AmendmentQueries
{
    public const string Select = """
        select a.id, a.ordinal, a.plan_id, a.amending_plan_id, coalesce(a.number, d.number) as number, coalesce(a.issuer, d.issuer) as issuer, coalesce(a.title, d.title) as title,
            coalesce(a.issued_on, case when d.issued_day is not null then make_date(d.issued_year, d.issued_month, d.issued_day) end) as issued_on,
            a.effective_on, a.note, a.actor, a.recorded_at, e.announced_at, c.recorded_at as cancelled_at, c.reason as cancel_reason
        from plan_amendments a left join plans d on d.id = a.amending_plan_id
            left join plan_amendment_effects e on e.amendment_id = a.id left join plan_amendment_cancellations c on c.amendment_id = a.id
        """;

    private const string SelectChanges = """
        select amendment_id, kind, item_id, change, before, after, fields, item from plan_amended_items where amendment_id = any(@ids) order by amendment_id, position
        """;

    public static Task<AmendmentRow?> FindAmendment(this NpgsqlConnection connection, Guid plan, Guid id, CancellationToken ct) =>
        connection.QuerySingleOrDefaultAsync<AmendmentRow?>(new(Select + " where a.id = @id and a.plan_id = @plan", new { id, plan }, cancellationToken: ct));

    /// <summary>What each of the amendments changes, in order.</summary>
    public static async Task<ILookup<Guid, ItemChange>> ChangesOf(this NpgsqlConnection connection, Guid[] ids, CancellationToken ct) =>
        (await connection.QueryAsync<ItemChangeRow>(new(SelectChanges, new { ids }, cancellationToken: ct))).ToLookup(row => row.AmendmentId, row => row.ToItemChange());

    /// <summary>As callers see it. Throws AMENDMENT_NOT_FOUND.</summary>
    public static async Task<V1.Amendment> AmendmentOf(this NpgsqlConnection connection, Guid plan, Guid id, CancellationToken ct)
    {
        var row = await connection.FindAmendment(plan, id, ct);
        Check.Rule(new AmendmentsAreRecorded(id, row is not null));
        return row!.ToContract((await connection.ChangesOf([id], ct))[id]);
    }

    /// <summary>Those in force at a moment, in the order of their days.</summary>
    public static async Task<IReadOnlyList<Amendment>> AmendmentsOf(this NpgsqlConnection connection, Guid plan, Moment moment, CancellationToken ct)
    {
        var rows = (await connection.QueryAsync<AmendmentRow>(new(
            Select + " join amendments_in_force(@plan, @On, coalesce(@known::timestamptz, 'infinity')) f on f.id = a.id order by a.effective_on, a.ordinal",
            new { plan, moment.On, known = moment.KnownAt?.ToUniversalTime() }, cancellationToken: ct))).AsList();
        var changes = await connection.ChangesOf([.. rows.Select(row => row.Id)], ct);
        return [.. rows.Select(row => row.ToAmendment(changes[row.Id]))];
    }

    /// <summary>Where those of the plans stand that the register has.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PlanState>> StatesOf(this NpgsqlConnection connection, Guid[] plans, CancellationToken ct) =>
        (await connection.QueryAsync<(Guid Id, string State)>(new("select id, state from plans where id = any(@plans)", new { plans }, cancellationToken: ct)))
        .ToDictionary(row => row.Id, row => Words.Read<PlanState>(row.State));
}
