using Aspire.Hosting.ApplicationModel;
using Npgsql;

namespace Aspire.Hosting.Running;

/// <summary>A database has no process: it is made when its server is healthy, and is then as healthy as its server.</summary>
internal sealed class DatabaseRunner : IRunner
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(500);

    private readonly StateBoard board;
    private readonly PostgresDatabaseResource database;
    private readonly CancellationTokenSource life = new();
    private Task watch = Task.CompletedTask;

    public DatabaseRunner(PostgresDatabaseResource database, StateBoard board)
    {
        this.database = database;
        this.board = board;
        board.Add(new ResourceSnapshot(database.Name, "Database", database.Parent.Name));
    }

    public IResource Resource => database;

    public Task Start(CancellationToken ct)
    {
        watch = Mirror();
        return Task.CompletedTask;
    }

    public async Task Stop(bool force)
    {
        await life.CancelAsync();
        await watch;
    }

    private async Task Mirror()
    {
        var made = false;
        try
        {
            await foreach (var now in board.Watch(life.Token))
            {
                var server = now.Resources.First(resource => resource.Name == database.Parent.Name);
                while (server.IsHealthy && !made)
                    made = await Make(life.Token);
                Show(server, made);
            }
        }
        catch (OperationCanceledException)
        {
            board.Change(database.Name, old => old with { State = States.Exited, Health = null });
        }
    }

    private void Show(ResourceSnapshot server, bool made)
    {
        var mine = board[database.Name];
        var (state, health) = made ? (server.State, server.Health) : server.HasFailed ? (States.Waiting, null) : (States.Starting, (string?)null);
        if (mine.State != state || mine.Health != health)
            board.Change(database.Name, old => old with { State = state, Health = health, WaitingFor = made ? [] : [database.Parent.Name], Error = null });
    }

    private async Task<bool> Make(CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{await database.Parent.ConnectionStringExpression.GetValueAsync(ct)};Database=postgres;Pooling=false;Timeout=5");
            await connection.OpenAsync(ct);
            await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database.DatabaseName } } };
            if (await find.ExecuteScalarAsync(ct) is not null)
                return true;
#pragma warning disable CA2100 // A name cannot be a parameter; it is quoted by the driver and comes from the AppHost.
            await using var create = new NpgsqlCommand($"CREATE DATABASE {new NpgsqlCommandBuilder().QuoteIdentifier(database.DatabaseName)}", connection);
#pragma warning restore CA2100
            await create.ExecuteNonQueryAsync(ct);
            return true;
        }
        catch (NpgsqlException e)
        {
            board.Change(database.Name, old => old with { Error = e.Message });
            await Task.Delay(BetweenAttempts, ct);
            return false;
        }
    }
}
