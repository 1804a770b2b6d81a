using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>Before anything else starts: the database has exactly the schema this program knows, and room for today's announcements.</summary>
internal sealed partial class SchemaGuard(NpgsqlDataSource source, StorageSettings settings, ILogger<SchemaGuard> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await Connecting.Open(source, settings.Patience, cancellationToken);
        var pending = await SchemaHistory.Pending(connection, Migration.Of(settings), cancellationToken);
        if (pending is [var first, ..])
            throw new MigrationRefused($"Database {connection.Database} lacks {pending.Count} migrations, first {first.Set}/{first.Name}. Run this program with the argument migrate.");

        await MakeRoom(connection, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Usually there is room for days: a table in use is no reason not to start, the job comes to it.
    private async Task MakeRoom(NpgsqlConnection connection, CancellationToken ct)
    {
        try
        {
            await connection.ExecuteAsync(new CommandDefinition("select ground.extend_outbox(@OutboxDaysAhead)", settings, cancellationToken: ct));
        }
        catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            LogNoRoom(logger, failure.MessageText);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox is in use, its days ahead are left to the job: {Reason}")]
    private static partial void LogNoRoom(ILogger logger, string reason);
}
