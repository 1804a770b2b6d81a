using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Targets;

namespace SocialPolicy.Indicators.FunctionalTests.Catalogue;

[Collection(nameof(Indicators))]
public sealed class RetiringAnIndicator(Indicators indicators)
{
    [Fact]
    public async Task Takes_it_out_of_use()
    {
        var indicator = await indicators.Create();

        var retired = await indicators.Keeper.RetireIndicatorAsync(new() { Name = indicator.Name, Etag = indicator.Etag });

        retired.RetireTime.ShouldBe(indicators.Clock.GetUtcNow().ToTimestamp());
        (await indicators.Catalogue.GetIndicatorAsync(new() { Name = indicator.Name })).ShouldBe(retired);
        var target = APlan.Target(indicator.DisplayName);
        var plan = await indicators.Adopt(target);
        (await indicators.TargetsOf(plan)).ShouldHaveSingleItem().IndicatorName.ShouldNotBe(indicator.Name);
    }

    [Fact]
    public async Task Is_refused_while_targets_in_force_ask_for_it()
    {
        var indicator = await indicators.Create();
        await indicators.Adopt(APlan.Target(indicator.DisplayName), APlan.Target(indicator.DisplayName));

        var refused = await Refused.By(indicators.Keeper.RetireIndicatorAsync(new() { Name = indicator.Name }));

        (refused.Code, refused.Reason, refused.Facts["targets"]).ShouldBe((StatusCode.FailedPrecondition, "INDICATOR_IN_USE", "2"));
    }

    [Fact]
    public async Task Is_refused_for_what_is_wrong_with_it()
    {
        var indicator = await indicators.Create();

        await ShouldBeRefused(new() { Name = indicator.Name, Etag = "v9" }, StatusCode.Aborted, "ETAG_MISMATCH");
        await ShouldBeRefused(new() { Name = "spp:khong_co" }, StatusCode.NotFound, "INDICATOR_NOT_FOUND");
        await indicators.Keeper.RetireIndicatorAsync(new() { Name = indicator.Name });
        await ShouldBeRefused(new() { Name = indicator.Name }, StatusCode.FailedPrecondition, "INDICATOR_RETIRED");
    }

    private async Task ShouldBeRefused(V1.RetireIndicatorRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(indicators.Keeper.RetireIndicatorAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
