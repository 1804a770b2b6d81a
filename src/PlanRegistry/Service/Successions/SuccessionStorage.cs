using System.Text.Json;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Successions;
using SocialPolicy.PlanRegistry.Domain.Successions.Rules;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Successions;

/// <summary>Loads those involved, keeps the fact, and gives the directory what follows from it.</summary>
internal static class SuccessionStorage
{
    private const string InsertFact = """
        insert into successions (id, subject, kind, effective_on, new_name, legal_ground, note, recorded_at, recorded_by)
        values (@Id, @Subject, @Kind, @EffectiveOn, @NewName, @LegalGround, @Note, @At, @By)
        """;

    private const string InsertMembers = """
        insert into succession_members (succession_id, role, position, unit_id, agency_id, name, share, function)
        select @Id, m.role, m.position, u.id, a.id,
            name_on(m.id, coalesce(u.name, a.name), case when m.role = 'heir' then @EffectiveOn else @LastDay end), m.share, m.function
        from jsonb_to_recordset(@rows::jsonb) as m (role text, position int, id uuid, share numeric, function text)
            left join units u on u.id = m.id and @Subject = 'units'
            left join agencies a on a.id = m.id and @Subject = 'agencies'
        """;

    private const string KeepNames = """
        insert into former_names (owner, valid_to, name, succession_id)
        select id, @LastDay, name, @Id from units where id = any(@owners)
        union all
        select id, @LastDay, name, @Id from agencies where id = any(@owners)
        """;

    private const string OfPredecessors = $"""
        {SuccessionRow.Select}
        where exists (select from succession_members m
            where m.succession_id = s.id and m.role = 'predecessor' and (m.unit_id = any(@ids) or m.agency_id = any(@ids)))
        """;

    private const string Recorded = """
        select coalesce(m.unit_id, m.agency_id) as id,
            case when s.kind in ('merge', 'split', 'dissolve') then s.effective_on - 1 end as last_day,
            array(select coalesce(h.unit_id, h.agency_id) from succession_members h
                where h.succession_id = s.id and h.role = 'heir' and s.kind in ('merge', 'split') order by h.position) as heirs,
            (select f.name from former_names f where f.succession_id = s.id and f.owner = coalesce(m.unit_id, m.agency_id)) as former_name
        from succession_members m join successions s on s.id = m.succession_id
        where m.role = 'predecessor' and s.kind <> 'transfer'
        """;

    /// <summary>What was recorded of each unit and agency, for rows that may say otherwise.</summary>
    public static async Task<IReadOnlyCollection<RecordedSuccession>> RecordedSuccessions(this Work work) =>
        [.. (await work.Connection.QueryAsync<RecordedRow>(work.Sql(Recorded))).Select(row => new RecordedSuccession(row.Id, row.LastDay, row.Heirs, row.FormerName))];

    public static async Task<IReadOnlyList<Involved>> Find(this Work work, SuccessionSubject subject, IEnumerable<(string Name, string Field)> named)
    {
        var found = new List<Involved>();
        foreach (var (name, field) in named)
        {
            found.Add(subject is SuccessionSubject.Units
                ? await work.Involve(await work.Connection.RequireUnit(name, field, work.Cancellation))
                : await work.Involve(await work.Connection.RequireAgency(name, field, work.Cancellation)));
        }

        return found;
    }

    public static async Task<IReadOnlyCollection<Succession>> SuccessionsOf(this Work work, Guid[] ids)
    {
        var rows = await work.Connection.QueryAsync<SuccessionRow>(work.Sql(OfPredecessors, new { ids }));
        return [.. rows.Select(row => row.ToSuccession())];
    }

    public static async Task<V1.Succession> ShowSuccession(this NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        var row = await connection.QuerySingleOrDefaultAsync<SuccessionRow>(new($"{SuccessionRow.Select} where s.id = @id", new { id }, cancellationToken: ct));
        Check.Rule(new SuccessionsAreRecorded(id, row is not null));
        return row!.ToContract();
    }

    public static async Task Insert(this Work work, Succession succession)
    {
        var columns = new
        {
            succession.Id,
            Subject = Words.Of(succession.Subject),
            Kind = Words.Of(succession.Kind),
            succession.EffectiveOn,
            succession.LastDay,
            succession.NewName,
            succession.LegalGround,
            succession.Note,
            work.At,
            By = work.Caller.Subject,
            owners = succession.Kind is SuccessionKind.Rename ? succession.Predecessors : [],
            rows = JsonSerializer.Serialize(MembersOf(succession), RowJson.Options),
        };
        await work.Connection.ExecuteAsync(work.Sql(InsertFact, columns));
        await work.Connection.ExecuteAsync(work.Sql(KeepNames, columns));
        await work.Connection.ExecuteAsync(work.Sql(InsertMembers, columns));
    }

    /// <summary>Changes the predecessors in the directory, in the way that imports do. The fact is kept before: a name that goes is in it.</summary>
    public static async Task Apply(this Work work, Succession succession)
    {
        var units = new List<Unit>();
        var agencies = new List<Agency>();
        foreach (var id in succession.Predecessors)
        {
            if (succession.Subject is SuccessionSubject.Units)
                units.Add((await work.Connection.RequireUnit(DirectoryService.UnitName.Of(id), "predecessors", work.Cancellation)).ToUnit());
            else
                agencies.Add((await work.Connection.RequireAgency(DirectoryService.AgencyName.Of(id), "predecessors", work.Cancellation)).ToAgency());
        }

        await work.Keep(new DirectoryChanges(
            [], [.. units.Select(unit => (Before: unit, After: succession.ApplyTo(unit))).Where(pair => !pair.After.SaysTheSameAs(pair.Before)).Select(pair => pair.After)],
            [], [.. agencies.Select(agency => (Before: agency, After: succession.ApplyTo(agency))).Where(pair => !pair.After.SaysTheSameAs(pair.Before)).Select(pair => pair.After)],
            Unchanged: 0));
    }

    private static async Task<Involved> Involve(this Work work, UnitStored unit) => new(
        unit.Id, unit.Codes[0], unit.Name, unit.ValidFrom, unit.ValidTo, await work.Connection.UnitSuccessors(unit.SucceededBy, work.Cancellation));

    private static async Task<Involved> Involve(this Work work, AgencyStored agency) => new(
        agency.Id, agency.Codes[0], agency.Name, agency.ValidFrom, agency.ValidTo, await work.Connection.AgencySuccessors(agency.SucceededBy, work.Cancellation));

    private static IEnumerable<object> MembersOf(Succession succession) =>
    [
        .. succession.Predecessors.Select((id, at) => new { Role = SuccessionMember.Predecessor, Position = at + 1, Id = id, Share = (decimal?)null, Function = (string?)null }),
        .. succession.Heirs.Select((heir, at) => new { Role = SuccessionMember.Heir, Position = at + 1, heir.Id, heir.Share, heir.Function }),
    ];

    private sealed class RecordedRow
    {
        public Guid Id { get; init; }
        public DateOnly? LastDay { get; init; }
        public Guid[] Heirs { get; init; } = [];
        public string? FormerName { get; init; }
    }
}
