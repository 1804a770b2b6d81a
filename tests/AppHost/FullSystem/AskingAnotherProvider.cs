using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Identity;
using SocialPolicy.Indicators.V1;
using SocialPolicy.PlanRegistry.V1;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.AppHost.Tests.FullSystem;

/// <summary>A whole installation whose callers another OpenID provider knows.</summary>
[Collection(Platform.OneAtATime)]
public sealed class AskingAnotherProvider : IAsyncLifetime
{
    private TestIssuer provider = null!;
    private Installation platform = null!;

    public async Task InitializeAsync()
    {
        provider = await TestIssuer.Start();
        platform = new Installation(provider.Authority);
        await platform.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await platform.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Leaves_its_own_token_service_out_and_lets_in_whom_the_provider_knows()
    {
        platform.Now.Resources.ShouldNotContain(resource => resource.Name == "tokens");
        using var registry = Clients.Channel(platform, "planregistry", () => Task.FromResult(provider.Token("an-officer", Role.Registrar)));
        using var indicators = Clients.Channel(platform, "indicators", () => Task.FromResult(provider.Token("an-officer", Role.Viewer)));
        var plans = new PlanService.PlanServiceClient(registry);

        var plan = await plans.Publish(await plans.Confirmed());

        // The indicators asked the register for it, by a token of the provider for them.
        await Eventually.Holds(async () => (await InForce.MeasuredFor(plan.Name, new TargetService.TargetServiceClient(indicators))).Count > 0);
        await using var stranger = await TestIssuer.Start();
        using var foreign = Clients.Channel(platform, "planregistry", () => Task.FromResult(stranger.Token("an-officer", Role.Registrar)));
        (await Should.ThrowAsync<RpcException>(() => new PlanService.PlanServiceClient(foreign).GetPlanAsync(new() { Name = plan.Name }).ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    private sealed class Installation(string provider) : Platform
    {
        protected override IReadOnlyList<string> Arguments => [$"--Identity:Authority={provider}"];
    }
}
