using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Directory;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>Whom the names in a plan mean: found anew until it is published, as it was fixed from then on.</summary>
internal static class PartyStorage
{
    private const string Insert = """
        insert into plan_parties (plan_id, duty_id, role, position, text, agency_id, group_unit, group_below, group_kinds)
        values (@plan, @DutyId, @Role, @Position, @Text, @AgencyId, @GroupUnit, @GroupBelow, @GroupKinds)
        """;

    private const string Select = """
        select duty_id, role, position, text, agency_id, group_unit, group_below, group_kinds, (select unit_id from agencies where id = agency_id) as unit_id
        from plan_parties where plan_id = @plan order by duty_id, role, position
        """;

    /// <summary>What the directory says of a plan's names on a day.</summary>
    public static async Task<PlanParties> FindParties(this NpgsqlConnection connection, PlanHeader header, PlanContent content, DateOnly on, CancellationToken ct)
    {
        if (header.Issuer is not { } issuer)
            return PlanParties.Unknown(content);
        var (candidates, units) = await connection.PossibleIssuers(on, ct);
        if (PartyResolver.IssuerOf(issuer, candidates, units, header.Province) is not { } agency)
            return PlanParties.Unknown(content);
        return PlanParties.Of(content, agency.Id, await connection.AroundUnit(agency.UnitId, on, ct));
    }

    public static Task Fix(this Work work, Plan plan, PlanParties parties) =>
        work.Connection.ExecuteAsync(work.Sql(Insert, Rows(plan, parties).Select(row => new
        {
            plan = plan.Id,
            row.DutyId,
            row.Role,
            row.Position,
            row.Text,
            row.AgencyId,
            row.GroupUnit,
            row.GroupBelow,
            row.GroupKinds,
        })));

    public static async Task<PlanParties> FixedParties(this NpgsqlConnection connection, Guid plan, PlanContent content, CancellationToken ct)
    {
        var rows = (await connection.QueryAsync<PartyRow>(new(Select, new { plan }, cancellationToken: ct))).AsList();
        if (rows.Count == 0)
            return PlanParties.Unknown(content);
        var issuer = rows.Single(row => row.Role == "issuer");
        var byDuty = rows.Where(row => row.DutyId is not null).ToLookup(row => (row.DutyId!.Value, row.Role), row => row.ToParty());
        return new(issuer.AgencyId, issuer.UnitId, content.Duties.ToDictionary(duty => duty.Id, duty => new DutyParties(
            [.. byDuty[(duty.Id, "reporter")]], [.. byDuty[(duty.Id, "addressee")]], byDuty[(duty.Id, "via")].SingleOrDefault())));
    }

    private static IEnumerable<PartyRow> Rows(Plan plan, PlanParties parties)
    {
        yield return PartyRow.Of(null, "issuer", 1, new(plan.Header.Issuer!, parties.IssuerAgencyId, null));
        foreach (var (duty, known) in parties.Duties)
        {
            foreach (var (position, party) in known.Reporters.Index())
                yield return PartyRow.Of(duty, "reporter", position + 1, party);
            foreach (var (position, party) in known.Addressees.Index())
                yield return PartyRow.Of(duty, "addressee", position + 1, party);
            if (known.Via is { } via)
                yield return PartyRow.Of(duty, "via", 1, via);
        }
    }

    private sealed class PartyRow
    {
        public Guid? DutyId { get; init; }
        public string Role { get; init; } = "";
        public int Position { get; init; }
        public string Text { get; init; } = "";
        public Guid? AgencyId { get; init; }
        public Guid? GroupUnit { get; init; }
        public bool? GroupBelow { get; init; }
        public string[]? GroupKinds { get; init; }
        public Guid? UnitId { get; init; }

        public static PartyRow Of(Guid? duty, string role, int position, Party party) => new()
        {
            DutyId = duty,
            Role = role,
            Position = position,
            Text = party.Text,
            AgencyId = party.AgencyId,
            GroupUnit = party.Group?.UnitId,
            GroupBelow = party.Group?.Below,
            GroupKinds = party.Group?.Kinds.Select(Words.Of).ToArray(),
        };

        public Party ToParty() => new(Text, AgencyId, GroupUnit is { } unit ? new(unit, GroupBelow!.Value, [.. GroupKinds!.Select(AgencyStored.KindOf)]) : null);
    }
}
