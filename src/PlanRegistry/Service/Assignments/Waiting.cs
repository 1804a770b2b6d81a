using Dapper;
using Npgsql;
using SocialPolicy.PlanRegistry.Domain.Assignments;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

/// <summary>A name that waits for a person.</summary>
/// <param name="Unit">The unit whose plan it is, to look for candidates around it; null when the issuer is not known.</param>
/// <param name="Ended">Whether the agency it means has ended.</param>
internal sealed record WaitingName(NameInPlan Name, Guid? Unit, bool Ended);

/// <summary>Finds the names that wait, plan by plan.</summary>
internal static class Waiting
{
    private const string InPublished = """
        select n.*, a.valid_to < @on as ended, i.unit_id
        from parties_on(@on) n left join agencies a on a.id = n.agency_id
            join plan_parties o on o.plan_id = n.plan_id and o.role = 'issuer' left join agencies i on i.id = o.agency_id
        where n.plan_id = any(@plans) and ((n.agency_id is null and n.group_unit is null) or a.valid_to < @on
            or (n.group_unit is not null and not exists (select from group_members(n.group_unit, n.group_below, n.group_kinds, @on))))
        """;

    private const string Standing = """
        select n.position from jsonb_to_recordset(@rows::jsonb) as n (position int, agency_id uuid, group_unit uuid, group_below bool, group_kinds text[])
            left join agencies a on a.id = n.agency_id
        where a.valid_to < @on or (n.group_unit is not null and not exists (select from group_members(n.group_unit, n.group_below, n.group_kinds, @on)))
        """;

    /// <summary>Those in published plans.</summary>
    public static async Task<ILookup<Guid, WaitingName>> NamesThatWait(this NpgsqlConnection connection, Guid[] published, DateOnly on, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<WaitingRow>(new(InPublished, new { plans = published, on }, cancellationToken: ct));
        return rows.ToLookup(row => row.PlanId, row => new WaitingName(row.ToName(), row.UnitId, row.Ended is true));
    }

    /// <summary>Those in a plan that is not published. While the issuer is not known nobody else is, so only the issuer waits.</summary>
    public static async Task<IReadOnlyList<WaitingName>> NamesThatWait(this NpgsqlConnection connection, Guid plan, PlanHeader header, DateOnly on, CancellationToken ct)
    {
        if (header.Issuer is null)
            return [];
        var content = await connection.ContentOf(plan, ct);
        var parties = await connection.FindParties(plan, header, content, on, ct);
        var names = AssigningQueries.NamesOf(plan, header, parties);
        if (parties.IssuerAgencyId is null)
            return [new(names[0], null, Ended: false)];
        var gone = await connection.Gone([.. names.Select(name => name.Party)], on, ct);
        return [.. names.Where((name, index) => !name.Party.IsKnown || gone.Contains(index)).Select(name => new WaitingName(name, parties.UnitId, name.Party.AgencyId is not null))];
    }

    // Which of the parties have ended, or have no member.
    private static async Task<HashSet<int>> Gone(this NpgsqlConnection connection, IReadOnlyList<Party> parties, DateOnly on, CancellationToken ct)
    {
        var rows = System.Text.Json.JsonSerializer.Serialize(
            parties.Select((party, index) => new
            {
                Position = index,
                party.AgencyId,
                GroupUnit = party.Group?.UnitId,
                GroupBelow = party.Group?.Below,
                GroupKinds = party.Group?.Kinds,
            }),
            RowJson.Options);
        return [.. await connection.QueryAsync<int>(new(Standing, new { rows, on }, cancellationToken: ct))];
    }

    private sealed class WaitingRow : NameRow
    {
        public bool? Ended { get; init; }
        public Guid? UnitId { get; init; }
    }
}
