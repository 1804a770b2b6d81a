using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Indicators.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

public class AskingForPermission(ProbeHost host) : IClassFixture<ProbeHost>
{
    [Theory]
    [InlineData(Role.Registrar)]
    [InlineData(Role.Operator)]
    public async Task Is_granted_to_each_role_the_method_names(Role role) =>
        (await host.Plans.PublishPlanAsync(new(), host.As(role))).Name.ShouldBe("nguyen.van.a");

    [Theory]
    [InlineData]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Administrator, Role.Auditor)]
    public async Task Is_refused_to_all_others(params Role[] roles)
    {
        var refused = await Refused.By(host.Plans.PublishPlanAsync(new(), host.As(roles)));

        refused.Code.ShouldBe(StatusCode.PermissionDenied);
        refused.Info.Reason.ShouldBe("CALLER_NOT_ALLOWED");
        refused.Info.Metadata["method"].ShouldBe("/socialpolicy.planregistry.v1.PlanService/PublishPlan");
    }

    [Fact]
    public async Task Is_refused_on_a_stream_too()
    {
        using var call = host.Plans.ImportPlan(host.As(Role.Viewer));

        Refused.Of(await Should.ThrowAsync<RpcException>(() => call.ResponseAsync.WaitAsync(TimeSpan.FromSeconds(20)))).Info.Reason.ShouldBe("CALLER_NOT_ALLOWED");
    }

    [Fact]
    public async Task Is_not_needed_where_anyone_may_call() =>
        (await host.Plans.ConfirmReadingAsync(new())).Name.ShouldBe(Caller.Nobody.Subject);

    [Fact]
    public async Task Keeps_a_service_from_starting_when_nobody_said_who_may_call()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddApi("probe.socialpolicy");
        builder.Services.Configure<IdentityOptions>(identity => identity.Authority = "http://127.0.0.1:1");
        await using var app = builder.Build();
        app.MapApi();
        app.MapGrpcService<Undecided>();

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => app.StartAsync());

        failure.Message.ShouldContain("socialpolicy.indicators.v1.TargetService/ListTargets");
    }

    [Theory]
    [InlineData("", "Identity:Authority")]
    [InlineData("tokens", "Identity:Authority")]
    [InlineData("http://tokens.example", "plain HTTP")]
    public async Task Keeps_a_service_from_starting_without_a_trustworthy_issuer(string authority, string says)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddApi("probe.socialpolicy");
        builder.Services.Configure<IdentityOptions>(identity => identity.Authority = authority);
        await using var app = builder.Build();
        app.MapApi();

        (await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => app.StartAsync())).Message.ShouldContain(says);
    }

    private sealed class Undecided : TargetService.TargetServiceBase
    {
        public override Task<ListTargetsResponse> ListTargets(ListTargetsRequest request, ServerCallContext context) => Task.FromResult(new ListTargetsResponse());
    }
}
