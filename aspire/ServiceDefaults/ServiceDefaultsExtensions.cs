using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialPolicy.ServiceDefaults.Discovery;
using SocialPolicy.ServiceDefaults.Endpoints;
using SocialPolicy.ServiceDefaults.Health;
using SocialPolicy.ServiceDefaults.Memory;
using SocialPolicy.ServiceDefaults.Telemetry;

namespace Microsoft.Extensions.Hosting;

/// <summary>What every service has in common with every other, whatever it is about.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Longest time a service takes to finish what it began once it is told to stop.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Adds telemetry, endpoints, health, discovery and the return of idle memory. Reads the environment: <c>HTTP_PORT</c> (served with <paramref name="http"/>),
    /// <c>HEALTH_PORT</c> (HTTP/1.1), <c>LISTEN_ADDRESS</c> (an IP address; loopback when absent, and never another without <c>Tls__*</c>), <c>OTEL_*</c> (nothing is exported
    /// without <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>) and <c>services__NAME__http__N</c>.
    /// </summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="http">What <c>HTTP_PORT</c> speaks: HTTP/2 without TLS for gRPC, HTTP/1.1 for a service of plain HTTP.</param>
    /// <exception cref="InvalidOperationException">A port or the address is not one, or other machines would be answered without TLS.</exception>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder, HttpProtocols http = HttpProtocols.Http2)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddServiceEndpoints(http);
        builder.QuietRequestLogs();
        builder.AddTelemetry();
        builder.AddDefaultHealthChecks();
        builder.Services.AddServiceDiscovery();
        builder.Services.AddSingleton<ManagedHeap>();
        builder.Services.AddHostedService<IdleHeap>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        return builder;
    }

    /// <summary>
    /// Maps <c>/health</c> (every check) and <c>/alive</c> (the checks tagged <c>live</c>): 200 or 503, with a JSON body that names each.
    /// They are answered on the health port alone, and nothing else is; without a <c>HEALTH_PORT</c> they stand beside the rest.
    /// </summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealthChecks(HealthPaths.Health, HealthAnswer.Of(_ => true)).AllowAnonymous().DisableHttpMetrics();
        app.MapHealthChecks(HealthPaths.Alive, HealthAnswer.Of(check => check.Tags.Contains(HealthPaths.LiveTag)))
            .AllowAnonymous().DisableHttpMetrics();
        return app;
    }

    // Each request is a span and a measurement already; four log lines about it cost more than most calls. The engine's handler of calls
    // reports what it cannot read as errors, with a stack each: whoever sends it would write our log.
    private static void QuietRequestLogs(this IHostApplicationBuilder builder) => builder.Logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Grpc", LogLevel.Warning)
        .AddFilter("Grpc.AspNetCore.Server.ServerCallHandler", LogLevel.Critical)
        .AddFilter("System.Net.Http", LogLevel.Warning);
}
