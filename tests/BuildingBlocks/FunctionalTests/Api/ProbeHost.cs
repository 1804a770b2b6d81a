using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Identity;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

/// <summary>A host as services are, on a real socket, with an issuer of its own.</summary>
public sealed class ProbeHost : IAsyncLifetime
{
    private readonly WebApplication app;
    private readonly bool ownsIssuer;

    public ProbeHost()
        : this(issuer: null, authority: null)
    {
    }

    internal ProbeHost(TestIssuer? issuer, string? authority, Action<WebApplicationBuilder>? more = null)
    {
        Issuer = issuer!;
        ownsIssuer = issuer is null && authority is null;
        Authority = authority;
        app = Build(more);
    }

    public TestIssuer Issuer { get; private set; }

    internal Probe Probe => app.Services.GetRequiredService<Probe>();

    internal ConcurrentQueue<(LogLevel Level, string Text)> Log { get; } = [];

    public GrpcChannel Channel { get; private set; } = null!;

    public string Address => app.Urls.Single();

    public PlanService.PlanServiceClient Plans => new(Channel);

    private string? Authority { get; set; }

    public async Task InitializeAsync()
    {
        if (ownsIssuer)
            Issuer = await TestIssuer.Start();
        Authority ??= Issuer.Authority;
        await app.StartAsync();
        Channel = GrpcChannel.ForAddress(Address);
    }

    public async Task DisposeAsync()
    {
        Channel?.Dispose();
        await app.DisposeAsync();
        if (ownsIssuer)
            await Issuer.DisposeAsync();
    }

    /// <summary>Tells the host to stop, as SIGTERM does.</summary>
    public void Stop() => app.Lifetime.StopApplication();

    public Metadata As(params Role[] roles) => Bearer(Issuer.Token("nguyen.van.a", roles));

    public static Metadata Bearer(string token) => new() { { "authorization", $"Bearer {token}" } };

    private WebApplication Build(Action<WebApplicationBuilder>? more)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(new Recorder(Log));
        builder.AddApi("probe.socialpolicy");
        builder.Services.AddSingleton<Probe>();
        builder.Services.Configure<IdentityOptions>(identity =>
        {
            identity.Authority = Authority!;
            identity.PauseBetweenKeyRequests = TimeSpan.Zero;
        });
        more?.Invoke(builder);

        var host = builder.Build();
        host.MapApi();
        host.MapGrpcService<ProbeService>();
        return host;
    }

    private sealed class Recorder(ConcurrentQueue<(LogLevel Level, string Text)> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("SocialPolicy", StringComparison.Ordinal)
            ? this
            : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue((logLevel, formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
