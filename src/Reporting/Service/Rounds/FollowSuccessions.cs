using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>
/// An agency ends on a day, and nothing is announced on that day: the directory said so before, or says so after. So the day and the
/// directory are asked, not the announcement of the succession, and the order of announcements does not matter.
/// </summary>
internal sealed class FollowSuccessions(NpgsqlDataSource source, OwnWork own, TimeProvider clock) : IJob
{
    // The last: nothing is open any more, but nobody has consolidated it yet.
    private const string Touched = """
        with ended as (select id from directory_agencies where valid_to < @today)
        select r.duty_id, r.id from rounds r join (
            select o.round_id as id from ended join obligations o on o.agency_id = ended.id where o.state = 'owed'
            union
            select o.round_id from ended join obligations o on o.receiver_id = ended.id where o.state in ('owed', 'submitted', 'returned')
            union
            select unread.id from ended join rounds unread on unread.receiver_id = ended.id
            where not unread.history and not exists (select from consolidations c where c.round_id = unread.id)
        ) touched on touched.id = r.id
        order by r.duty_id, r.due, r.id
        """;

    // What was exempted because of an end that the directory does not know any more, heirs that are none any more, and heirs that have
    // not been asked yet.
    private const string Corrected = """
        with recursive exempted as (
            select o.round_id, o.agency_id, o.late_after, o.late_after >= @today or (o.exempted_at at time zone 'Asia/Ho_Chi_Minh')::date > o.late_after as in_time
            from obligations o where o.exempt_reason = 'AGENCY_ENDED'
        ), line (origin, agency, sole) as (
            select a.id, a.id, true from directory_agencies a where a.id in (select agency_id from exempted)
            union
            select line.origin, heir, line.sole and cardinality(a.succeeded_by) = 1
            from line join directory_agencies a on a.id = line.agency and a.valid_to < @today cross join unnest(a.succeeded_by) as heir
        ), there as (
            select line.* from line join directory_agencies a on a.id = line.agency
            where (a.valid_from is null or a.valid_from <= @today) and (a.valid_to is null or a.valid_to >= @today)
        ), touched as (
            select e.round_id as id from exempted e join there on there.origin = e.agency_id and there.agency = e.agency_id
            where e.in_time and not exists (
                select from obligations h where h.round_id = e.round_id and h.submitted_on is not null and e.agency_id = any(h.in_place_of))
            union
            select h.round_id from obligations h
            where h.state = 'owed' and h.in_place_of <> '{}' and not exists (
                select from exempted e join line on line.origin = e.agency_id and line.agency <> line.origin
                where e.round_id = h.round_id and line.agency = h.agency_id)
            union
            select e.round_id from exempted e join there on there.origin = e.agency_id and there.sole and there.agency <> there.origin
            where e.late_after >= @today and not exists (
                select from obligations h where h.round_id = e.round_id and (
                    h.agency_id = there.agency and h.exempt_reason is distinct from 'SUCCESSION_TAKEN_BACK'
                    or h.submitted_on is not null and e.agency_id = any(h.in_place_of)))
        )
        select r.duty_id, r.id from touched join rounds r on r.id = touched.id where not r.history order by r.duty_id, r.due, r.id
        """;

    public string Name => "follow-successions";
    public string Description => "Passes what agencies that have ended owe, and what is owed to them, to their only heirs; and back, when the directory takes an end back.";
    public TimeSpan Interval => TimeSpan.FromSeconds(30);

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var today = clock.Today();
        var touched = await connection.QueryAsync<(Guid Duty, Guid Round)>(new(Touched, new { today }, cancellationToken: ct));
        var corrected = await connection.QueryAsync<(Guid Duty, Guid Round)>(new(Corrected, new { today }, cancellationToken: ct));
        var rounds = touched.Union(corrected).ToList();
        var changed = 0;
        foreach (var (duty, round) in rounds)
            changed += await own.Run(Name, work => work.FollowSuccession(duty, round), ct) ? 1 : 0;
        return $"looked at {rounds.Count} rounds, changed {changed}";
    }
}
