using Grpc.Core;
using Grpc.Health.V1;
using SocialPolicy.Harness.Identity;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

public class StartingBeforeTheIssuer
{
    [Fact]
    public async Task Refuses_for_now_says_so_in_its_health_and_serves_once_the_issuer_is_there()
    {
        var first = await TestIssuer.Start();
        var authority = first.Authority;
        var token = ProbeHost.Bearer(first.Token("nguyen.van.a"));
        await first.DisposeAsync();

        var host = new ProbeHost(issuer: null, authority);
        await host.InitializeAsync();
        var refused = await Refused.By(host.Plans.GetPlanAsync(new(), token));
        refused.Code.ShouldBe(StatusCode.Unavailable);
        refused.Info.Reason.ShouldBe("ISSUER_UNAVAILABLE");
        refused.RetryInfo.ShouldNotBeNull().RetryDelay.ToTimeSpan().ShouldBeGreaterThan(TimeSpan.Zero);
        (await Health(host)).ShouldBe(ServingStatus.NotServing);

        await using var issuer = await TestIssuer.Start(new Uri(authority).Port);
        (await host.Plans.GetPlanAsync(new(), ProbeHost.Bearer(issuer.Token("tran.thi.b")))).Name.ShouldBe("tran.thi.b");
        await Eventually(async () => await Health(host) == ServingStatus.Serving);
        await host.DisposeAsync();
    }

    private static async Task<ServingStatus> Health(ProbeHost host) =>
        (await new Grpc.Health.V1.Health.HealthClient(host.Channel).CheckAsync(new HealthCheckRequest())).Status;

    private static async Task Eventually(Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
            await Task.Delay(50, deadline.Token);
    }
}
