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

    public string Name => "follow-successions";
    public string Description => "Passes what agencies that have ended owe, and what is owed to them, to their only heirs.";
    public TimeSpan Interval => TimeSpan.FromSeconds(30);

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var rounds = (await connection.QueryAsync<(Guid Duty, Guid Round)>(new(Touched, new { today = clock.Today() }, cancellationToken: ct))).AsList();
        var changed = 0;
        foreach (var (duty, round) in rounds)
            changed += await own.Run(Name, work => work.FollowSuccession(duty, round), ct) ? 1 : 0;
        return $"looked at {rounds.Count} rounds, changed {changed}";
    }
}
