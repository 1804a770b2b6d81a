using Aspire.Hosting.Servers;

namespace SocialPolicy.Harness;

/// <summary>
/// The PostgreSQL server and the RabbitMQ node of this test process: started on first use, ended with the process (they
/// die with it, whatever kills it). Fast rather than durable; tests that kill servers start their own.
/// </summary>
public static class Servers
{
    private static readonly TestFolder Folder = TestFolder.Create();

    private static readonly Lazy<Task<PostgreSqlServer>> PostgreSql = new(() => StartPostgreSql(Path.Combine(Folder.Path, "postgres"), durable: false));
    private static readonly Lazy<Task<RabbitMqServer>> RabbitMq = new(() => StartRabbitMq(Path.Combine(Folder.Path, "rabbitmq")));

    internal static Task<PostgreSqlServer> Database => PostgreSql.Value;

    internal static Task<RabbitMqServer> Broker => RabbitMq.Value;

    /// <summary>The broker's management API, with the administrator's login.</summary>
    internal static Uri Management(RabbitMqServer node) => new($"http://{node.User}:{node.Password}@127.0.0.1:{node.ManagementPort}");

    internal static async Task<PostgreSqlServer> StartPostgreSql(string folder, bool durable, int? port = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>(), StringComparer.Ordinal) { ["max_connections"] = "400" };
        if (!durable)
            (all["fsync"], all["synchronous_commit"], all["full_page_writes"]) = ("off", "off", "off");
        var server = await PostgreSqlServer.Start(new PostgreSqlOptions(folder, Secrets.OfServers) { Port = port, Settings = all }, CancellationToken.None);
        Ending.Of(server);
        return server;
    }

    internal static async Task<RabbitMqServer> StartRabbitMq(string folder, int? port = null, int? managementPort = null)
    {
        var server = await RabbitMqServer.Start(
            new RabbitMqOptions(folder, "admin", Secrets.OfServers) { Port = port, ManagementPort = managementPort }, CancellationToken.None);
        Ending.Of(server);
        return server;
    }
}
