using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Identity;
using SocialPolicy.Harness.Messaging;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.Service.Targets;
using SocialPolicy.Operations.V1;

namespace SocialPolicy.Indicators.FunctionalTests.Targets;

/// <summary>Indicators as others meet it: its own Program, database, broker and issuer.</summary>
public sealed class Indicators : IAsyncLifetime
{
    private TestDatabase database = null!;
    private TestBroker broker = null!;
    private TestIssuer issuer = null!;
    private TestService service = null!;
    private FactSender sender = null!;

    public TestClock Clock { get; } = new();

    public V1.TargetService.TargetServiceClient Targets => new(service.As(issuer.Token("viewer", Role.Viewer)));

    public V1.TargetService.TargetServiceClient TargetsForNobody => new(service.As(null));

    public OperationsService.OperationsServiceClient Operations => new(service.As(issuer.Token("operator", Role.Operator)));

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create("indicators", typeof(TargetService).Assembly);
        broker = await TestBroker.Create(new("indicators", new HashSet<Type>(), new HashSet<Type> { typeof(PlanPublished) }));
        issuer = await TestIssuer.Start();
        service = await TestService.Start(
            typeof(TargetService).Assembly,
            new Dictionary<string, string>
            {
                ["ConnectionStrings:indicators"] = database.ConnectionString,
                ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
                ["Identity:Authority"] = issuer.Authority,
            },
            services => services.AddSingleton<TimeProvider>(Clock));
        var health = service.Services.GetRequiredService<HealthCheckService>();
        await Eventually.Holds(async () => (await health.CheckHealthAsync()).Status is HealthStatus.Healthy, TimeSpan.FromSeconds(60));
        sender = await FactSender.Connect(broker.Administrator);
    }

    public async Task DisposeAsync()
    {
        await sender.DisposeAsync();
        await service.DisposeAsync();
        await issuer.DisposeAsync();
        await broker.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Announces a plan as PlanRegistry does; the answer can be sent again.</summary>
    public async Task<Envelope> Announce(PlanPublished plan, long version = 3, Envelope? again = null)
    {
        var now = Clock.GetUtcNow();
        var envelope = again ?? new Envelope(
            Guid.CreateVersion7(now), "planregistry.PlanPublished", 1, $"plans/{plan.PlanId}", version, now, now, "registrar", null);
        await sender.Send(plan, envelope);
        return envelope;
    }

    public async Task<IReadOnlyList<V1.Target>> TargetsOf(PlanPublished plan) =>
        (await Targets.ListTargetsAsync(new() { Plan = $"plans/{plan.PlanId}" })).Targets;

    /// <summary>Returns when every announcement sent so far has been dealt with: queues keep their order.</summary>
    public async Task Settled()
    {
        var last = APlan.With(APlan.Target());
        await Announce(last);
        await Eventually.Holds(async () => (await TargetsOf(last)).Count == 1);
    }

    public async Task<T> Ask<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }
}
