using System.Net;
using System.Net.Sockets;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Identity;
using SocialPolicy.Harness.Messaging;

namespace SocialPolicy.DirectoryCopy.FunctionalTests.Snapshots;

/// <summary>A service that has nothing but the copy, wired as every service is, beside a broker, an issuer and a registry.</summary>
public sealed class CopyHost : IAsyncLifetime
{
    private static readonly Facts Facts = new(Copy.Service, new HashSet<Type>(), new HashSet<Type> { typeof(UnitsChanged), typeof(AgenciesChanged) });

    private readonly int registryPort = FreePort();
    private TestDatabase database = null!;
    private TestBroker broker = null!;
    private TestIssuer issuer = null!;
    private FactSender sender = null!;
    private WebApplication app = null!;

    internal Registry Registry { get; private set; } = null!;

    private IJob Job => app.Services.GetServices<IJob>().Single(job => job.Name == "refresh-directory");

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create(Copy.Service, typeof(Copy).Assembly);
        broker = await TestBroker.Create(Facts);
        sender = await FactSender.Connect(broker.Administrator);
        issuer = await TestIssuer.Start();
        Registry = new();
        app = Build();
        await app.StartAsync();
        await Eventually.Holds(IsHealthy, TimeSpan.FromSeconds(60));
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await Registry.DisposeAsync();
        await sender.DisposeAsync();
        await issuer.DisposeAsync();
        await broker.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>PlanRegistry comes up where the service looks for it.</summary>
    public Task StartRegistry() => Registry.Start(issuer.Authority, registryPort);

    /// <summary>One run of the job, and what it said.</summary>
    public Task<string> Refresh() => Job.Run(CancellationToken.None);

    /// <summary>Tells the fact, and returns when the service has taken it in.</summary>
    public async Task Announce<TFact>(TFact fact, long version)
        where TFact : IFact
    {
        var now = TimeProvider.System.GetUtcNow();
        var envelope = new Envelope(Guid.CreateVersion7(), $"planregistry.{typeof(TFact).Name}", 1, "directory", version, now, now, "tests", null);
        await sender.Send(fact, envelope);
        await Eventually.Holds(() => Ask<bool>("select exists (select from ground.inbox where message_id = @Id)", envelope));
    }

    public async Task<T> Ask<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    private async Task<bool> IsHealthy() =>
        (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status is HealthStatus.Healthy;

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"ConnectionStrings:{Copy.Service}"] = database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
            ["Identity:Authority"] = issuer.Authority,
            ["Identity:ClientId"] = Copy.Service,
            ["Identity:ClientSecret"] = "secret",
            ["services:planregistry:http:0"] = $"http://127.0.0.1:{registryPort}",
            ["Logging:LogLevel:Default"] = Environment.GetEnvironmentVariable("TEST_LOG") ?? "None",
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.AddServiceDefaults();
        builder.AddStorage(Copy.Service, typeof(Copy).Assembly);
        builder.AddMessaging(Copy.Service, bus => bus.KeepsDirectory());
        builder.AddApi("copy.socialpolicy");
        builder.AddDirectoryCopy();
        var built = builder.Build();
        built.MapApi();
        return built;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
