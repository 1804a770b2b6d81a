using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SocialPolicy.Harness.Identity;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

public sealed class WatchingHealth : IAsyncLifetime
{
    private const string PlanService = "socialpolicy.planregistry.v1.PlanService";
    private volatile HealthStatus state = HealthStatus.Healthy;
    private TestIssuer issuer = null!;
    private ProbeHost host = null!;

    private Health.HealthClient Client => new(host.Channel);

    public async Task InitializeAsync()
    {
        issuer = await TestIssuer.Start();
        host = new(issuer, issuer.Authority, builder => builder.Services.AddHealthChecks().AddCheck("test", () => new(state)));
        await host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("", HealthStatus.Healthy, ServingStatus.Serving)]
    [InlineData(PlanService, HealthStatus.Degraded, ServingStatus.Serving)]
    [InlineData(PlanService, HealthStatus.Unhealthy, ServingStatus.NotServing)]
    public async Task Answers_what_the_checks_say(string service, HealthStatus checks, ServingStatus answer)
    {
        state = checks;

        (await Client.CheckAsync(new() { Service = service })).Status.ShouldBe(answer);
    }

    [Fact]
    public async Task Knows_only_services_that_are_offered()
    {
        var refused = await Refused.By(Client.CheckAsync(new() { Service = "socialpolicy.reporting.v1.ReportService" }));

        refused.Code.ShouldBe(StatusCode.NotFound);
        refused.Info.Reason.ShouldBe("SERVICE_NOT_OFFERED");
    }

    [Fact]
    public async Task Lists_every_service()
    {
        var states = (await Client.ListAsync(new())).Statuses;

        states.Keys.Order(StringComparer.Ordinal).ShouldBe(["", "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", PlanService]);
        states.Values.ShouldAllBe(answer => answer.Status == ServingStatus.Serving);
    }

    [Fact]
    public async Task Hears_of_every_change_and_of_nothing_else()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var watch = Client.Watch(new() { Service = PlanService }, cancellationToken: deadline.Token);

        (await Next(watch, deadline.Token)).ShouldBe(ServingStatus.Serving);
        state = HealthStatus.Unhealthy;
        (await Next(watch, deadline.Token)).ShouldBe(ServingStatus.NotServing);
        state = HealthStatus.Healthy;
        (await Next(watch, deadline.Token)).ShouldBe(ServingStatus.Serving);
    }

    [Fact]
    public async Task Waits_for_a_service_that_is_not_known()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var watch = Client.Watch(new() { Service = "socialpolicy.reporting.v1.ReportService" }, cancellationToken: deadline.Token);

        (await Next(watch, deadline.Token)).ShouldBe(ServingStatus.ServiceUnknown);
    }

    [Fact]
    public async Task Hears_that_the_server_stops()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var watch = Client.Watch(new(), cancellationToken: deadline.Token);
        (await Next(watch, deadline.Token)).ShouldBe(ServingStatus.Serving);

        host.Stop();

        (await Next(watch, deadline.Token)).ShouldBe(ServingStatus.NotServing);
        (await watch.ResponseStream.MoveNext(deadline.Token)).ShouldBeFalse();
    }

    private static async Task<ServingStatus> Next(AsyncServerStreamingCall<HealthCheckResponse> watch, CancellationToken deadline)
    {
        (await watch.ResponseStream.MoveNext(deadline)).ShouldBeTrue();
        return watch.ResponseStream.Current.Status;
    }
}
