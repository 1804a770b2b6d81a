using Dapper;
using Npgsql;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

/// <summary>How far announcements have got, by the database's clock.</summary>
internal sealed class OperationsState(NpgsqlDataSource source)
{
    private const string OutboxSql = """
        select p.pending, p.oldest_age, d.published, d.last_published_at
        from (select count(*) as pending, clock_timestamp() - min(recorded_at) as oldest_age from ground.outbox where published_at is null) p,
             (select sum(published_count)::bigint as published, max(last_published_at) as last_published_at from ground.relay_progress) d
        """;

    public async Task<OutboxProgress> Outbox(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<OutboxProgress>(new CommandDefinition(OutboxSql, cancellationToken: ct));
    }
}

/// <summary>Pending and published announcements.</summary>
internal sealed record OutboxProgress
{
    public long Pending { get; init; }
    public TimeSpan? OldestAge { get; init; }
    public long Published { get; init; }
    public DateTimeOffset? LastPublishedAt { get; init; }
}
