using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SocialPolicy.BuildingBlocks.FunctionalTests.Messaging.V2;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Messaging;

/// <summary>A service that announces things to itself: its database, its broker, everything real between them.</summary>
internal sealed class MessagingHost : IAsyncDisposable
{
    public const string Service = "things";

    /// <summary>What it announces and hears of.</summary>
    public static readonly Facts Facts = new(Service, new HashSet<Type> { typeof(ThingRenamed) }, new HashSet<Type> { typeof(ThingRenamed) });

    private readonly IHost app;

    private MessagingHost(IHost app) => this.app = app;

    public IServiceProvider Services => app.Services;

    public Poison Poison => Services.GetRequiredService<Poison>();

    public DeadLetters DeadLetters => Services.GetRequiredService<DeadLetters>();

    public static Task<TestDatabase> NewDatabase() => TestDatabase.Create(Service, typeof(MessagingHost).Assembly);

    public static Task<TestBroker> NewBroker() => TestBroker.Create(Facts);

    /// <summary>Cancelled when it begins to stop.</summary>
    public CancellationToken Stopping => Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    public static async Task<MessagingHost> Start(string database, string broker, bool waitForQueues = true, QueueWatchSettings? watch = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"ConnectionStrings:{Service}"] = database,
            ["ConnectionStrings:rabbitmq"] = broker,
            ["Logging:LogLevel:Default"] = Environment.GetEnvironmentVariable("TEST_LOG") ?? "None",
        });
        builder.Services.AddSingleton<Poison>();
        if (watch is not null)
            builder.Services.AddSingleton(watch);
        builder.AddStorage(Service, typeof(MessagingHost).Assembly);
        builder.AddMessaging(Service, bus => bus.Announces<ThingRenamed>().Consumes<ThingRenamed, ThingRenamedConsumer>());
        var host = new MessagingHost(builder.Build());
        await host.app.StartAsync();
        if (waitForQueues)
            await Eventually.Holds(host.IsHealthy, TimeSpan.FromSeconds(60));
        return host;
    }

    /// <summary>Commits one command for each fact, all of one aggregate in order.</summary>
    public async Task Announce(string aggregate, long version, string name = "a") =>
        await Services.GetRequiredService<Service.Requests.Requests>().Once<Google.Protobuf.WellKnownTypes.Empty>(null, false, default, new TestCall(), work =>
        {
            work.Announce(new ThingRenamed(name), aggregate, version);
            return Task.FromResult(new Google.Protobuf.WellKnownTypes.Empty());
        });

    /// <summary>Gives a message to the broker, past the outbox.</summary>
    public Task Publish(Envelope envelope, string payload) => Services.GetRequiredService<Announcer>().Announce(
        new(0, 0, DateTime.UnixEpoch, Topology.Exchange(typeof(ThingRenamed)), payload, envelope), CancellationToken.None);

    public async Task<bool> IsHealthy() =>
        (await Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status is HealthStatus.Healthy;

    public async Task<T> Scalar<T>(string sql)
    {
        await using var connection = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    public Task<long> Effects() => Scalar<long>("select count(*) from effects");

    public Task<long> Pending() => Scalar<long>("select count(*) from ground.outbox where published_at is null");

    /// <summary>True when no aggregate had an effect out of order or twice.</summary>
    public Task<bool> EveryAggregateInOrder() => Scalar<bool>("""
        select not exists (select from (select version, lag(version) over (partition by aggregate order by seq) as before from effects) e where version <= before)
        """);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        app.Dispose();
    }

    public Task Stop() => app.StopAsync();
}
