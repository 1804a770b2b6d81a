using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>Opens the rounds that the dates of duties call for. Months late is fine: each opens once.</summary>
internal sealed class OpenRounds(NpgsqlDataSource source, OwnWork own, TimeProvider clock) : IJob
{
    // What is due in January about the year before is opened by then; a year more is room to spare.
    private const string Running = """
        select d.id from duties d join plans p on p.id = d.plan_id
        where d.ended_at is null and coalesce(p.last_year >= @year - 1, true) order by d.plan_id, d.position
        """;

    public string Name => "open-rounds";
    public string Description => "Opens the next round of each dated duty, and those that were missed since its plan is tracked.";
    public TimeSpan Interval => TimeSpan.FromHours(1);

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var duties = (await connection.QueryAsync<Guid>(new(Running, new { year = clock.Today().Year }, cancellationToken: ct))).AsList();
        var opened = 0;
        foreach (var duty in duties)
            opened += (await own.Run(Name, work => work.LookAt(duty), ct)).Count;
        return $"looked at {duties.Count} duties, opened {opened} rounds";
    }
}
