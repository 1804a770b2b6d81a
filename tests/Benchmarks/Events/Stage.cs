using Dapper;
using Npgsql;
using SocialPolicy.Harness;

namespace SocialPolicy.Benchmarks.Events;

/// <summary>The servers of the suite, durable as in production, started on first use; they end with this process.</summary>
internal sealed class Stage
{
    private static readonly Lazy<Task<Stage>> Only = new(Open);
    private readonly KillableServers servers;
    private int databases;

    private Stage(KillableServers servers) => this.servers = servers;

    public static Task<Stage> Ready => Only.Value;

    /// <summary>amqp://..., the administrator's.</summary>
    public string Broker => servers.Broker;

    /// <summary>The broker's management API, with the administrator's login.</summary>
    public Uri BrokerManagement => servers.BrokerManagement;

    /// <summary>The superuser's connection string of a database without any table.</summary>
    public async Task<string> NewDatabase()
    {
        var name = $"events_{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(servers.Database);
        await connection.ExecuteAsync($"create database {name}");
        return new NpgsqlConnectionStringBuilder(servers.Database) { Database = name }.ConnectionString;
    }

    // The server notes when each transaction was committed: so both sides are measured by one clock, without a word of theirs.
    private static async Task<Stage> Open() => new(await KillableServers.Start(new Dictionary<string, string>(StringComparer.Ordinal) { ["track_commit_timestamp"] = "on" }));
}
