using Dapper;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Harness;

namespace SocialPolicy.Benchmarks.Events;

/// <summary>Something happened.</summary>
public sealed record Happened(Guid Id) : IFact;

/// <summary>Two services as the platform has them, each with its database: command, audit row, outbox, relay, quorum queue, batched inbox.</summary>
internal sealed class ServiceRelay : EventPath
{
    private const string Source = "happenings";
    private const string Sink = "effects";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IHost announcing;
    private readonly IHost listening;
    private readonly Requests requests;

    private ServiceRelay(IHost announcing, IHost listening, string source, string sink, double percentile)
        : base(source, sink, percentile)
    {
        (this.announcing, this.listening) = (announcing, listening);
        requests = announcing.Services.GetRequiredService<Requests>();
    }

    public static async Task<ServiceRelay> Start(Stage stage, double percentile)
    {
        var (source, sink) = (await stage.NewDatabase(), await stage.NewDatabase());
        var listening = await Service(stage, Sink, sink, new Facts(Sink, new HashSet<System.Type>(), new HashSet<System.Type> { typeof(Happened) }), bus => bus.Consumes<Happened, HappenedConsumer>());
        var announcing = await Service(stage, Source, source, new Facts(Source, new HashSet<System.Type> { typeof(Happened) }, new HashSet<System.Type>()), bus => bus.Announces<Happened>());
        return new(announcing, listening, source, sink, percentile);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var host in (IHost[])[announcing, listening])
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    protected override Task Happen(Guid id) => requests.Once<Empty>(null, false, default, new TestCall(), async work =>
    {
        await work.Connection.ExecuteAsync(work.Sql("insert into happenings (id) values (@id)", new { id }));
        work.Announce(new Happened(id), $"happenings/{id}", 1);
        return new Empty();
    });

    private static async Task<IHost> Service(Stage stage, string name, string database, Facts facts, Action<MessagingBuilder> bus)
    {
        var targets = new MigrationTargets(null, new(stage.BrokerManagement, "/", new(name, Secrets.New())));
        await Migrator.Run(new(name, typeof(ServiceRelay).Assembly, database), targets, facts, TextWriter.Null, CancellationToken.None);

        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"ConnectionStrings:{name}"] = database,
            ["ConnectionStrings:rabbitmq"] = stage.Broker,
            ["Logging:LogLevel:Default"] = "None",
        });
        builder.AddStorage(name, typeof(ServiceRelay).Assembly);
        builder.AddMessaging(name, bus);
        var host = builder.Build();
        await host.StartAsync();
        var health = host.Services.GetRequiredService<HealthCheckService>();
        await Eventually.Holds(async () => (await health.CheckHealthAsync()).Status is HealthStatus.Healthy, Patience, $"{name} is healthy");
        return host;
    }

    private sealed class HappenedConsumer : IConsumeFact<Happened>
    {
        public Task Consume(Happened fact, Envelope envelope, Work work) =>
            work.Connection.ExecuteAsync(work.Sql("insert into effects (event_id) values (@Id)", new { fact.Id }));
    }
}
