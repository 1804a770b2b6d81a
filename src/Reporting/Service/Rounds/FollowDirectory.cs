using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>
/// Announcements of plans and of the directory come in queues of their own, in any order: whoever was not known when a plan came is
/// found as soon as the directory has come.
/// </summary>
internal sealed class FollowDirectory(NpgsqlDataSource source, OwnWork own) : IJob
{
    private const string Outdated = $"""
        select d.id from duties d, (select {LookingAtADuty.DirectoryExtent} as extent) now
        where d.ended_at is null and d.directory_seen <> now.extent order by d.plan_id, d.position
        """;

    public string Name => "follow-directory";
    public string Description => "Looks again at whom duties mean after the directory has changed, and asks those who were not known before.";
    public TimeSpan Interval => TimeSpan.FromSeconds(2);

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var duties = (await connection.QueryAsync<Guid>(new(Outdated, cancellationToken: ct))).AsList();
        var opened = 0;
        foreach (var duty in duties)
            opened += (await own.Run(Name, work => work.LookAt(duty), ct)).Count;
        return $"looked at {duties.Count} duties, opened {opened} rounds";
    }
}
