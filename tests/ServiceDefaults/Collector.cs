using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialPolicy.Dashboard.Hosting;
using SocialPolicy.Dashboard.Telemetry;

namespace SocialPolicy.ServiceDefaults.FunctionalTests;

/// <summary>The dashboard, for what it receives. Its host is nowhere: it shows no resources.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private const string Key = "key-of-the-collector";

    private readonly WebApplication app;

    private Collector(WebApplication app) => this.app = app;

    public TelemetryStore Received => app.Services.GetRequiredService<TelemetryStore>();

    /// <summary>What a service is told of the collector.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Last(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc",
        ["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={Key}",
        ["OTEL_SERVICE_NAME"] = "planregistry",
        ["OTEL_RESOURCE_ATTRIBUTES"] = "service.instance.id=planregistry-1",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
    };

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.AddDashboard(new DashboardSettings(0, "none", 0, Key, new Uri("http://127.0.0.1:1"), "none"));
        var built = builder.Build();
        built.MapDashboard();
        await built.StartAsync();
        return new Collector(built);
    }

    /// <summary>Waits until something is so; fails when that takes too long.</summary>
    public static async Task Until(Func<bool> isSo, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo())
        {
            patience.IsCancellationRequested.ShouldBeFalse($"in vain waited for {what}");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
