using Aspire.Hosting.Servers;

namespace SocialPolicy.Harness;

/// <summary>A PostgreSQL server and a RabbitMQ node for one test alone, durable as in production, to be killed and started again on the same ports.</summary>
public sealed class KillableServers : IAsyncDisposable
{
    private readonly TestFolder folder = TestFolder.Create();
    private PostgreSqlServer postgres = null!;
    private RabbitMqServer rabbit = null!;
    private IReadOnlyDictionary<string, string> postgresSettings = null!;

    private KillableServers()
    {
    }

    /// <summary>The superuser's connection string.</summary>
    public string Database => postgres.ConnectionString;

    /// <summary>amqp://..., the administrator's.</summary>
    public string Broker => rabbit.ConnectionString;

    /// <summary>The broker's management API, with the administrator's login.</summary>
    internal Uri BrokerManagement => Servers.Management(rabbit);

    private string PostgresFolder => Path.Combine(folder.Path, "postgres");

    private string RabbitFolder => Path.Combine(folder.Path, "rabbitmq");

    /// <param name="postgresSettings">Of the PostgreSQL server, beside the usual ones.</param>
    public static async Task<KillableServers> Start(IReadOnlyDictionary<string, string>? postgresSettings = null)
    {
        var servers = new KillableServers { postgresSettings = postgresSettings ?? new Dictionary<string, string>(StringComparer.Ordinal) };
        var rabbit = Servers.StartRabbitMq(servers.RabbitFolder);
        servers.postgres = await Servers.StartPostgreSql(servers.PostgresFolder, durable: true, settings: servers.postgresSettings);
        servers.rabbit = await rabbit;
        return servers;
    }

    /// <summary>As a power cut would.</summary>
    public Task KillDatabase() => postgres.Kill();

    public async Task StartDatabase() => postgres = await Servers.StartPostgreSql(PostgresFolder, durable: true, postgres.Port, postgresSettings);

    /// <summary>As a power cut would.</summary>
    public Task KillBroker() => rabbit.Kill();

    public async Task StartBroker() => rabbit = await Servers.StartRabbitMq(RabbitFolder, rabbit.Port, rabbit.ManagementPort);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(rabbit.Kill(), postgres.Kill());
        folder.Dispose();
    }
}
