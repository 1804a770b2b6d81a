using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

/// <summary>Room for the announcements of the days ahead; published ones go after the retention.</summary>
internal sealed class KeepOutboxPartitions(NpgsqlDataSource source, StorageSettings settings) : IJob
{
    public string Name => "keep-outbox-partitions";
    public string Description => $"Makes the outbox's day partitions ahead and drops those older than {settings.OutboxRetentionDays} days in which nothing is pending.";
    public TimeSpan Interval => TimeSpan.FromHours(6);

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            "select ground.keep_outbox(@OutboxDaysAhead, @OutboxRetentionDays)", settings, cancellationToken: ct)) ?? "";
    }
}

/// <summary>Request ids are remembered for 7 days.</summary>
internal sealed class ForgetRequests(NpgsqlDataSource source) : IJob
{
    public string Name => "forget-requests";
    public string Description => "Removes request ids and their answers 7 days after they came in.";
    public TimeSpan Interval => TimeSpan.FromHours(1);

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var removed = await connection.ExecuteAsync(new CommandDefinition("delete from ground.requests where expires_at < now()", cancellationToken: ct));
        return $"removed {removed} request ids";
    }
}

/// <summary>Inbox rows outlive the outbox rows of whoever announced: until then an announcement may come again.</summary>
internal sealed class ForgetInbox(NpgsqlDataSource source, StorageSettings settings) : IJob
{
    private static readonly TimeSpan Margin = TimeSpan.FromDays(7);

    public string Name => "forget-inbox";
    public string Description => $"Removes the ids of announcements handled more than {Age.TotalDays:0} days ago; none of them can come again.";
    public TimeSpan Interval => TimeSpan.FromHours(6);

    private TimeSpan Age => TimeSpan.FromDays(settings.OutboxRetentionDays) + Margin;

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var removed = await connection.ExecuteAsync(new CommandDefinition("delete from ground.inbox where handled_at < now() - @Age", new { Age }, cancellationToken: ct));
        return $"removed {removed} message ids";
    }
}
