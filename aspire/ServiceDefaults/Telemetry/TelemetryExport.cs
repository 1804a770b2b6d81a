using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SocialPolicy.ServiceDefaults.Telemetry;

/// <summary>Exports spans and metrics by OTLP. It begins before the server listens and flushes after the server has stopped.</summary>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedLifecycleService
{
    /// <summary>A collector that is gone must not hold up the end of a service.</summary>
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(2);

    private static readonly string[] Sources =
        ["Microsoft.AspNetCore", "System.Net.Http", "Grpc.Net.Client", "Npgsql", "MassTransit", "SocialPolicy.*"];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Routing",
        "System.Net.Http", "System.Runtime", "Npgsql", "MassTransit", "SocialPolicy.*",
    ];

    private OpenTelemetrySdk? sdk;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        sdk = OpenTelemetrySdk.Create(otel =>
        {
            otel.Services.AddSingleton(configuration);
            otel.WithTracing(tracing => tracing.AddSource(Sources).SetSampler<Sampling>().AddOtlpExporter());
            otel.WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
        });
        return Task.CompletedTask;
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (sdk is not { } exporting)
            return;
        try
        {
            await Task.Run(exporting.Dispose, CancellationToken.None).WaitAsync(FlushTimeout, cancellationToken);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            // What the collector did not take in time is lost, and nobody waits for it.
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
