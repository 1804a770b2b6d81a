using Dapper;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>Before anything else starts: the database has exactly the schema this program knows, and room for today's announcements.</summary>
internal sealed class SchemaGuard(NpgsqlDataSource source, StorageSettings settings) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await Connecting.Open(source, settings.Patience, cancellationToken);
        var pending = await SchemaHistory.Pending(connection, Migration.Of(settings), cancellationToken);
        if (pending is [var first, ..])
            throw new MigrationRefused($"Database {connection.Database} lacks {pending.Count} migrations, first {first.Set}/{first.Name}. Run this program with the argument migrate.");

        await connection.ExecuteAsync(new CommandDefinition("select ground.keep_outbox(@OutboxDaysAhead, @OutboxRetentionDays)", settings, cancellationToken: cancellationToken));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
