using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using SocialPolicy.Dashboard.Telemetry;

namespace SocialPolicy.ServiceDefaults.FunctionalTests;

/// <summary>Listeners hear the whole process: nothing else may run in it meanwhile.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;

[Collection(nameof(AloneInTheProcess))]
public sealed class SendingTelemetry
{
    private static readonly ActivitySource Own = new("SocialPolicy.Tests");

    private readonly HttpClient client = new(new SocketsHttpHandler { ActivityHeadersPropagator = null });

    [Fact]
    public async Task Brings_spans_logs_and_metrics_of_a_request_to_the_collector()
    {
        await using var collector = await Collector.Start();
        await using var service = await TestService.Start(settings: collector.Settings, map: MapPlans);

        await client.GetStringAsync(new Uri(service.Http, "/plans/7"));

        await Collector.Until(() => Server(collector) is not null, "the server's span");
        await Collector.Until(() => Inner(collector) is not null, "the inner span");
        await Collector.Until(() => collector.Received.Logs().Any(log => log.Message == "Plan 7 was read"), "the log");
        await Collector.Until(
            () => collector.Received.MetricsOf("planregistry").Any(point => point.Name is "http.server.request.duration"), "the metric");
        var server = Server(collector)!;
        server.Name.ShouldBe("GET /plans/{plan}");
        server.Sender.ShouldBe(new Sender("planregistry", "planregistry-1"));
        server.Facts.ShouldContain(new Fact("http.request.method", "GET"));
        Inner(collector)!.Parent.ShouldBe(server.Id);
        collector.Received.Logs().First(log => log.Message == "Plan 7 was read").Trace.ShouldBe(server.Trace);
    }

    [Fact]
    public async Task Leaves_out_probes_and_what_they_cause()
    {
        await using var collector = await Collector.Start();
        var caused = 0;
        await using var service = await TestService.Start(settings: collector.Settings, map: MapPlans, with: builder => builder.Services
            .AddHealthChecks().AddCheck("storage", () =>
            {
                caused++;
                using var span = Own.StartActivity("SELECT 1");
                return HealthCheckResult.Healthy();
            }));

        for (var probe = 0; probe < 3; probe++)
            await client.GetStringAsync(new Uri(service.Health, "/health"));
        await client.GetStringAsync(new Uri(service.Http, "/plans/7"));

        await Collector.Until(() => Server(collector) is not null, "the server's span");
        caused.ShouldBe(3);
        collector.Received.Spans().ShouldAllBe(span => span.Name != "SELECT 1" && !span.Facts.Any(fact => fact.Value.Contains("/health")));
    }

    [Fact]
    public async Task Samples_a_request_whose_caller_has_no_tracer()
    {
        await using var collector = await Collector.Start();
        await using var service = await TestService.Start(settings: collector.Settings, map: MapPlans);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Http, "/plans/7"));
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");

        await client.SendAsync(request);

        await Collector.Until(() => Server(collector) is not null, "the server's span");
        Server(collector)!.Trace.ToString("x32", null).ShouldBe("0af7651916cd43dd8448eb211c80319c");
    }

    [Fact]
    public async Task Flushes_what_is_left_when_the_service_stops()
    {
        await using var collector = await Collector.Start();
        var settings = collector.Settings;
        settings["OTEL_BSP_SCHEDULE_DELAY"] = settings["OTEL_BLRP_SCHEDULE_DELAY"] = settings["OTEL_METRIC_EXPORT_INTERVAL"] = "600000";
        await using (var service = await TestService.Start(settings: settings, map: MapPlans))
            await client.GetStringAsync(new Uri(service.Http, "/plans/7"));

        Server(collector).ShouldNotBeNull();
        collector.Received.MetricsOf("planregistry").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Does_not_hold_up_a_service_whose_collector_is_gone()
    {
        var collector = await Collector.Start();
        var service = await TestService.Start(settings: collector.Settings, map: MapPlans);
        await client.GetStringAsync(new Uri(service.Http, "/plans/7"));
        await collector.DisposeAsync();

        var began = TimeProvider.System.GetTimestamp();
        await service.DisposeAsync();

        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Microsoft.Extensions.Hosting.ServiceDefaultsExtensions.ShutdownTimeout);
    }

    private static void MapPlans(WebApplication app) => app.MapGet("/plans/{plan}", (string plan, ILogger<SendingTelemetry> logger) =>
    {
        using var span = Own.StartActivity("read plan");
        logger.LogInformation("Plan {Plan} was read", plan);
        return Results.Ok();
    });

    private static SpanEntry? Server(Collector collector) =>
        collector.Received.Spans().SingleOrDefault(span => span.Source is "Microsoft.AspNetCore" && span.Name.Contains("/plans/"));

    private static SpanEntry? Inner(Collector collector) => collector.Received.Spans().SingleOrDefault(span => span.Name is "read plan");
}
