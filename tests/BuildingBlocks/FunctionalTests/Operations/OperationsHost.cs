using System.Net;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialPolicy.BuildingBlocks.FunctionalTests.Messaging;
using SocialPolicy.BuildingBlocks.FunctionalTests.Messaging.V2;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Identity;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Operations;

/// <summary>A service with nothing of its own but a job, asked over gRPC.</summary>
internal sealed class OperationsHost : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly TestBroker broker;
    private readonly TestIssuer issuer;
    private readonly WebApplication app;

    private OperationsHost(TestDatabase database, TestBroker broker, TestIssuer issuer)
    {
        (this.database, this.broker, this.issuer) = (database, broker, issuer);
        app = Build();
    }

    public SlowJob Job => app.Services.GetServices<IJob>().OfType<SlowJob>().Single();

    public DeadLetters DeadLetters => app.Services.GetRequiredService<DeadLetters>();

    public NpgsqlDataSource Source => app.Services.GetRequiredService<NpgsqlDataSource>();

    public string Owner => database.Owner;

    public static async Task<OperationsHost> Start()
    {
        var host = new OperationsHost(await MessagingHost.NewDatabase(), await MessagingHost.NewBroker(), await TestIssuer.Start());
        await host.app.StartAsync();
        return host;
    }

    public V1.OperationsService.OperationsServiceClient As(Role role) => new(GrpcChannel.ForAddress(app.Urls.Single(), new() { HttpClient = Client(role) }));

    public async ValueTask DisposeAsync()
    {
        Job.MayEnd.TrySetResult();
        await app.DisposeAsync();
        await issuer.DisposeAsync();
        await broker.DisposeAsync();
        await database.DisposeAsync();
    }

    private HttpClient Client(Role role)
    {
        var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        client.DefaultRequestHeaders.Authorization = new("Bearer", issuer.Token("operator-1", role));
        return client;
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"ConnectionStrings:{MessagingHost.Service}"] = database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
            ["Identity:Authority"] = issuer.Authority,
            ["Logging:LogLevel:Default"] = Environment.GetEnvironmentVariable("TEST_LOG") ?? "None",
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton<Poison>();
        builder.AddStorage(MessagingHost.Service, typeof(OperationsHost).Assembly);
        builder.AddMessaging(MessagingHost.Service, bus => bus.Announces<ThingRenamed>().Consumes<ThingRenamed, ThingRenamedConsumer>());
        builder.AddApi("things.socialpolicy");
        builder.Services.AddJob<SlowJob>();
        var built = builder.Build();
        built.MapApi();
        return built;
    }
}

/// <summary>Runs until a test lets it end.</summary>
internal sealed class SlowJob : IJob
{
    public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource MayEnd { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Runs { get; private set; }

    public string Name { get; init; } = "slow-job";

    public string Description => "Waits.";

    public TimeSpan Interval => TimeSpan.FromDays(1);

    public TimeSpan IntervalAfterFailure { get; init; } = TimeSpan.FromDays(1);

    public bool RunsAtStart { get; init; }

    public async Task<string> Run(CancellationToken ct)
    {
        Runs++;
        Began.TrySetResult();
        await MayEnd.Task.WaitAsync(ct);
        return "waited";
    }
}
