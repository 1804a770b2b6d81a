using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Configuration;
using SocialPolicy.BuildingBlocks.FunctionalTests.Api;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Callers;

public sealed class CallingAnotherService(ProbeHost other) : IClassFixture<ProbeHost>
{
    [Fact]
    public async Task Is_done_in_the_name_of_the_service_that_calls()
    {
        using var caller = Service(other.Issuer.Authority);

        var seen = await Client(caller).GetPlanAsync(new());

        seen.Name.ShouldBe("reporting");
        seen.Title.ShouldBe("Service");
    }

    [Fact]
    public async Task Is_refused_what_the_role_of_a_service_does_not_allow()
    {
        using var caller = Service(other.Issuer.Authority);

        (await Refused.By(Client(caller).PublishPlanAsync(new()))).Info.Reason.ShouldBe("CALLER_NOT_ALLOWED");
    }

    [Fact]
    public async Task Fails_as_unavailable_while_the_issuer_is_away()
    {
        using var caller = Service("http://127.0.0.1:1");

        var refused = await Refused.By(Client(caller).GetPlanAsync(new()));

        refused.Code.ShouldBe(StatusCode.Unavailable);
        refused.Info.Reason.ShouldBe("ISSUER_UNAVAILABLE");
        refused.Info.Domain.ShouldBe("caller.socialpolicy");
    }

    private static PlanService.PlanServiceClient Client(IHost caller) => caller.Services.GetRequiredService<PlanService.PlanServiceClient>();

    private IHost Service(string authority)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Identity:Authority"] = authority,
            ["Identity:ClientId"] = "reporting",
            ["Identity:ClientSecret"] = "secret",
        });
        builder.AddApi("caller.socialpolicy");
        builder.Services.AddGrpcClient<PlanService.PlanServiceClient>(client => client.Address = new Uri(other.Address))
            .ConfigureChannel(channel => channel.UnsafeUseInsecureChannelCallCredentials = true)
            .WithServiceIdentity();
        return builder.Build();
    }
}
