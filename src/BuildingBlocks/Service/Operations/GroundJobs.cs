using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Retention;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

/// <summary>Room for the announcements of the days ahead; published ones go after the retention.</summary>
internal sealed class KeepOutboxPartitions(NpgsqlDataSource source, StorageSettings settings, RetentionRules retention) : IJob
{
    private readonly int days = retention.Of(RetentionRule.Announcements).Days;

    public string Name => "keep-outbox-partitions";
    public string Description => $"Makes the outbox's day partitions ahead and drops those older than {days} days in which nothing is pending.";
    public TimeSpan Interval => TimeSpan.FromHours(6);

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            "select ground.keep_outbox(@OutboxDaysAhead, @days)", new { settings.OutboxDaysAhead, days }, cancellationToken: ct)) ?? "";
    }
}

/// <summary>A repeated request gets the same answer until then.</summary>
internal sealed class ForgetRequests(NpgsqlDataSource source, RetentionRules retention) : IJob
{
    // The table says when a row is a week old; the rule may let it stay longer.
    private const string Forget = "delete from ground.requests where expires_at < now() - @longer";

    private readonly Kept kept = retention.Of(RetentionRule.RequestIds);

    public string Name => "forget-requests";
    public string Description => $"Removes request ids and their answers {kept.Days} days after they came in.";
    public TimeSpan Interval => TimeSpan.FromHours(1);

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var removed = await connection.ExecuteAsync(new CommandDefinition(Forget, new { longer = kept.Age - TimeSpan.FromDays(RetentionRule.RequestIds.Least) }, cancellationToken: ct));
        return $"removed {removed} request ids";
    }
}

/// <summary>Inbox rows outlive the outbox rows of whoever announced: until then an announcement may come again.</summary>
internal sealed class ForgetInbox(NpgsqlDataSource source, RetentionRules retention) : IJob
{
    private readonly Kept kept = retention.Of(RetentionRule.HeardAnnouncements);

    public string Name => "forget-inbox";
    public string Description => $"Removes the ids of announcements handled more than {kept.Days} days ago; none of them can come again.";
    public TimeSpan Interval => TimeSpan.FromHours(6);

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var removed = await connection.ExecuteAsync(new CommandDefinition("delete from ground.inbox where handled_at < now() - @Age", new { kept.Age }, cancellationToken: ct));
        return $"removed {removed} message ids";
    }
}
