using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Assignments;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Assignments;
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

    private const string SelectAmended = """
        select amendment_id, duty_id, role, position, text, agency_id, group_unit, group_below, group_kinds
        from plan_amended_parties where amendment_id = any(@amendments) order by duty_id, role, position
        """;

    /// <summary>What the directory says of a plan's names on a day, and a person of those it does not know.</summary>
    public static async Task<PlanParties> FindParties(this NpgsqlConnection connection, Guid plan, PlanHeader header, PlanContent content, DateOnly on, CancellationToken ct)
    {
        var said = await connection.SaidOf(plan, ct);
        if (header.Issuer is not { } issuer || await connection.FindIssuer(issuer, header.Province, said, on, ct) is not { } agency)
            return PlanParties.Unknown(content).With(said, on);
        return PlanParties.Of(content, agency.Id, await connection.AroundUnit(agency.UnitId, on, ct)).With(said, on);
    }

    private static async Task<DirectoryAgency?> FindIssuer(
        this NpgsqlConnection connection, string issuer, string? province, IReadOnlyList<PartyAssignment> said, DateOnly on, CancellationToken ct)
    {
        if (PartyAssignment.That(said, PartyPlace.OfIssuer, issuer, on) is { AgencyId: { } assigned })
            return (await connection.RequireAgency(DirectoryService.AgencyName.Of(assigned), "issuer", ct)).ToDirectoryAgency();
        var (candidates, units) = await connection.PossibleIssuers(on, ct);
        return PartyResolver.IssuerOf(issuer, candidates, units, province);
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

    /// <summary>As they were fixed with the publication, and with the amendments that <paramref name="content"/> stands on.</summary>
    private static async Task<PlanParties> FixedParties(this NpgsqlConnection connection, Guid plan, PlanContent content, CancellationToken ct)
    {
        var rows = (await connection.QueryAsync<PartyRow>(new(Select, new { plan }, cancellationToken: ct))).AsList();
        if (rows.Count == 0)
            return PlanParties.Unknown(content);
        var issuer = rows.Single(row => row.Role == "issuer");
        var amended = await connection.AmendedParties(content, ct);
        var byDuty = rows.Where(row => row.DutyId is not null).Concat(amended).ToLookup(row => (row.DutyId!.Value, row.Role, row.AmendmentId), row => row.ToParty());
        return new(issuer.AgencyId, issuer.UnitId, content.Duties.ToDictionary(duty => duty.Id, duty => new DutyParties(
            [.. Of(duty, "reporter", "reporters")], [.. Of(duty, "addressee", "addressees")], Of(duty, "via", "via").SingleOrDefault())));

        IEnumerable<Party> Of(PlanDuty duty, string role, string field) =>
            byDuty[(duty.Id, role, content.AmendmentsOf(duty.Id) is { } by && by.Fields.TryGetValue(field, out var amendment) ? amendment : null)];
    }

    /// <summary>The same, with what persons said of names until then.</summary>
    public static async Task<PlanParties> PartiesOn(this NpgsqlConnection connection, Guid plan, PlanContent content, Moment moment, CancellationToken ct) =>
        (await connection.FixedParties(plan, content, ct)).With(await connection.SaidOf(plan, ct, moment.KnownAt), moment.On);

    private static async Task<IEnumerable<PartyRow>> AmendedParties(this NpgsqlConnection connection, PlanContent content, CancellationToken ct)
    {
        var amendments = content.Duties.Select(duty => content.AmendmentsOf(duty.Id)).OfType<AmendedBy>().SelectMany(by => by.Fields.Values).Distinct().ToArray();
        return amendments.Length == 0 ? [] : await connection.QueryAsync<PartyRow>(new(SelectAmended, new { amendments }, cancellationToken: ct));
    }

    /// <summary>Whom the names mean that an amendment writes anew, around the plan's issuer on the amendment's first day.</summary>
    public static async Task<IReadOnlyList<AmendedParty>> MeantBy(this Work work, Amendment amendment, Plan plan)
    {
        var written = amendment.Changes.Where(change => change.Now is PlanDuty).Select(change => (Duty: (PlanDuty)change.Now!, Change: change)).ToList();
        if (written.Count == 0)
            return [];
        var content = PlanContent.Empty with { Duties = [.. written.Select(one => one.Duty)] };
        var issuer = (await work.Connection.QueryAsync<PartyRow>(work.Sql(Select, new { plan = plan.Id }))).Single(row => row.Role == "issuer");
        var parties = issuer is { AgencyId: { } agency, UnitId: { } unit }
            ? PlanParties.Of(content, agency, await work.Connection.AroundUnit(unit, amendment.EffectiveOn, work.Cancellation))
            : PlanParties.Unknown(content);
        return
        [
            .. from one in written
               from row in Rows(one.Duty.Id, parties.Duties[one.Duty.Id])
               where one.Change.Kind is ChangeKind.Added || one.Change.Fields.Any(field => RoleOf(field.Path) == row.Role)
               select new AmendedParty(amendment.Id, one.Duty.Id, row.Role, row.Position, row.Text, row.AgencyId, row.GroupUnit, row.GroupBelow, row.GroupKinds),
        ];
    }

    private static string? RoleOf(string field) => field switch
    {
        "reporters" => "reporter",
        "addressees" => "addressee",
        "via" => "via",
        _ => null,
    };

    private static IEnumerable<PartyRow> Rows(Plan plan, PlanParties parties)
    {
        yield return PartyRow.Of(null, "issuer", 1, new(plan.Header.Issuer!, parties.IssuerAgencyId, null));
        foreach (var row in parties.Duties.SelectMany(pair => Rows(pair.Key, pair.Value)))
            yield return row;
    }

    private static IEnumerable<PartyRow> Rows(Guid duty, DutyParties known)
    {
        foreach (var (position, party) in known.Reporters.Index())
            yield return PartyRow.Of(duty, "reporter", position + 1, party);
        foreach (var (position, party) in known.Addressees.Index())
            yield return PartyRow.Of(duty, "addressee", position + 1, party);
        if (known.Via is { } via)
            yield return PartyRow.Of(duty, "via", 1, via);
    }

    private sealed class PartyRow
    {
        public Guid? AmendmentId { get; init; }
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

/// <summary>Whom a name means that an amendment wrote.</summary>
internal sealed record AmendedParty(
    Guid AmendmentId, Guid DutyId, string Role, int Position, string Text, Guid? AgencyId, Guid? GroupUnit, bool? GroupBelow, IReadOnlyList<string>? GroupKinds);
