using Dapper;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Assignments;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Successions;
using SocialPolicy.PlanRegistry.Service.Assignments;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Successions;

/// <summary>What a succession leaves without an owner, asked when the directory says already what follows from it.</summary>
internal static class OrphanQueries
{
    private const string PlanInForce = "p.state = 'published' and coalesce(p.period_to, 9999) >= extract(year from @on::date)";

    private const string InUnits = """
        select id from agencies
        where unit_id = any(@units) and (valid_from is null or valid_from <= @on) and (valid_to is null or valid_to >= @on) order by name, id
        """;

    private const string Plans = $"""
        select p.id, p.number, p.title, p.target_count, p.task_count, p.duty_count, i.agency_id
        from plan_overviews p join parties_on(@on) i on i.plan_id = p.id and i.role = 'issuer'
        where {PlanInForce} and i.agency_id = any(@ended)
        order by p.id
        """;

    // A group is orphaned by those who end when they were its last members.
    private const string Parties = $"""
        select d.plan_id, d.duty_id, d.role, d.position, d.text, d.agency_id, c.duty ->> 'content' as content
        from parties_on(@on) d join plans p on p.id = d.plan_id
            join current_duties c on c.plan_id = d.plan_id and (c.duty ->> 'id')::uuid = d.duty_id
        where {PlanInForce} and (d.agency_id = any(@ended) or (d.group_unit is not null
            and not exists (select from group_members(d.group_unit, d.group_below, d.group_kinds, @on))
            and exists (select from group_members(d.group_unit, d.group_below, d.group_kinds, @on - 1) m where m.id = any(@ended))))
        order by d.plan_id, d.duty_id, d.role, d.position
        """;

    // A name is looked for in the unit of the issuer and above: plans of the units of those who end, and below.
    private const string Leads = $"""
        with recursive down as (
            select id from units where id in (select unit_id from agencies where id = any(@ended))
            union
            select u.id from units u join down on u.parent_id = down.id
        )
        select t.plan_id, t.id, a.unit_id, t.heading, t.lead
        from current_task_leads t join plans p on p.id = t.plan_id
            join plan_parties i on i.plan_id = t.plan_id and i.role = 'issuer'
            join agencies a on a.id = i.agency_id
        where {PlanInForce} and a.unit_id in (select id from down) and t.lead is not null
        order by t.plan_id, t.position
        """;

    /// <summary>Agencies in force in units that are about to end.</summary>
    public static async Task<IReadOnlyList<Guid>> AgenciesLeft(this Work work, Succession succession) =>
        succession is { Subject: SuccessionSubject.Units, EndsPredecessors: true }
            ? (await work.Connection.QueryAsync<Guid>(work.Sql(InUnits, new { units = succession.Predecessors.ToArray(), on = succession.EffectiveOn }))).AsList()
            : [];

    /// <summary>Of a transfer: what names the predecessor, for a person to say what of it goes over.</summary>
    public static async Task<V1.Orphans> OrphansOf(this Work work, Succession succession, IReadOnlyList<Guid> left)
    {
        var orphans = new V1.Orphans { AgenciesLeft = { left.Select(agency => DirectoryService.AgencyName.Of(agency)) } };
        if (succession.Kind is SuccessionKind.Rename)
            return orphans;
        var ended = succession.Subject is SuccessionSubject.Agencies ? [.. succession.Predecessors] : left.ToArray();
        var asked = new { ended, on = succession.EffectiveOn };
        if (succession.EndsPredecessors)
            orphans.Plans.Add((await work.Connection.QueryAsync<PlanFound>(work.Sql(Plans, asked))).Select(ToContract));
        orphans.Parties.Add((await work.Connection.QueryAsync<PartyFound>(work.Sql(Parties, asked))).Select(ToContract));
        orphans.Tasks.Add(await work.Tasks((await work.Connection.QueryAsync<LeadFound>(work.Sql(Leads, asked))).AsList(), ended, succession.LastDay));
        return orphans;
    }

    private static async Task<IEnumerable<V1.Orphans.Types.OrphanedTask>> Tasks(this Work work, IReadOnlyList<LeadFound> leads, Guid[] ended, DateOnly lastDay)
    {
        var around = new Dictionary<Guid, Surroundings>();
        foreach (var unit in leads.Select(lead => lead.UnitId).Distinct())
            around[unit] = await work.Connection.AroundUnit(unit, lastDay, work.Cancellation);
        return leads
            .Select(lead => (Lead: lead, Agency: PartyResolver.Resolve(lead.Lead, around[lead.UnitId]).AgencyId))
            .Where(found => found.Agency is { } agency && ended.Contains(agency))
            .Select(found => new V1.Orphans.Types.OrphanedTask
            {
                Task = ContentMapping.TaskName.Of(found.Lead.PlanId, found.Lead.Id),
                Heading = found.Lead.Heading,
                Lead = found.Lead.Lead,
                Agency = DirectoryService.AgencyName.Of(found.Agency!.Value),
            });
    }

    private static V1.Orphans.Types.OrphanedPlan ToContract(PlanFound found) => new()
    {
        Name = PlanService.PlanName.Of(found.Id),
        Number = found.Number ?? "",
        Title = found.Title,
        Issuer = DirectoryService.AgencyName.Of(found.AgencyId),
        TargetCount = found.TargetCount,
        TaskCount = found.TaskCount,
        DutyCount = found.DutyCount,
    };

    private static V1.Orphans.Types.OrphanedParty ToContract(PartyFound found) => new()
    {
        Duty = ContentMapping.DutyName.Of(found.PlanId, found.DutyId),
        Role = PartyRoles.ToContract(found.Role),
        Position = found.Position,
        Text = found.Text,
        Agency = found.AgencyId is { } agency ? DirectoryService.AgencyName.Of(agency) : "",
        Content = found.Content ?? "",
    };

    private sealed class PlanFound
    {
        public Guid Id { get; init; }
        public string? Number { get; init; }
        public string Title { get; init; } = "";
        public int TargetCount { get; init; }
        public int TaskCount { get; init; }
        public int DutyCount { get; init; }
        public Guid AgencyId { get; init; }
    }

    private sealed class PartyFound
    {
        public Guid PlanId { get; init; }
        public Guid DutyId { get; init; }
        public PartyRole Role { get; init; }
        public int Position { get; init; }
        public string Text { get; init; } = "";
        public Guid? AgencyId { get; init; }
        public string? Content { get; init; }
    }

    private sealed class LeadFound
    {
        public Guid PlanId { get; init; }
        public Guid Id { get; init; }
        public Guid UnitId { get; init; }
        public string Heading { get; init; } = "";
        public string Lead { get; init; } = "";
    }
}
