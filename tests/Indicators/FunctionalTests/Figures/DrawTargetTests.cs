using Grpc.Core;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Observations;
using SocialPolicy.Indicators.FunctionalTests.Targets;

namespace SocialPolicy.Indicators.FunctionalTests.Figures;

[Collection(nameof(Indicators))]
public sealed class DrawingATarget(Indicators indicators)
{
    [Fact]
    public async Task Tells_the_value_what_is_demanded_and_the_year_before()
    {
        var place = await APlace.In(indicators);
        var target = APlan.Target(place.Indicator.DisplayName) with { Comparator = "ge", Value = 95, Direction = "up", Geography = null };
        await indicators.AdoptOf(place.Province, target);
        await place.Officer.Send(Rows.By(place.Agency), Rows.Of(place.Indicator, place.Province, "70", "2024"), Rows.Of(place.Indicator, place.Province, "74", "2025"));

        var told = (await indicators.Figures.DrawTargetAsync(new() { Target = $"targets/{target.TargetId}", Period = "2025" })).Described();

        told.ShouldContain($"{place.Province.Name}, năm 2025");
        told.ShouldContain("74 %");
        told.ShouldContain("95 %");
        told.ShouldContain("70 %");
    }

    [Fact]
    public async Task Is_refused_by_name_for_what_is_wrong_with_it()
    {
        var target = APlan.Target();
        var plan = await indicators.Adopt(target);
        var good = new V1.DrawTargetRequest { Target = $"targets/{target.TargetId}", Period = "2025" };
        await ShouldBeRefused(good, StatusCode.InvalidArgument, "UNIT_REQUIRED");
        await ShouldBeRefused(new(good) { Unit = "gso:none" }, StatusCode.NotFound, "UNIT_NOT_FOUND");
        await ShouldBeRefused(new(good) { Period = "x" }, StatusCode.InvalidArgument, "PERIOD_MALFORMED");
        await ShouldBeRefused(new(good) { Target = "x" }, StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(new(good) { Target = $"targets/{Guid.CreateVersion7()}" }, StatusCode.NotFound, "TARGET_NOT_FOUND");
        await indicators.Amend(plan with { Targets = [] }, version: 4);
        await Eventually.Holds(async () => (await indicators.TargetsOf(plan)).Count == 0);
        await ShouldBeRefused(good, StatusCode.FailedPrecondition, "TARGET_ENDED");
        (await Refused.By(indicators.FiguresForNobody.DrawTargetAsync(good))).Code.ShouldBe(StatusCode.Unauthenticated);
    }

    private async Task ShouldBeRefused(V1.DrawTargetRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(indicators.Figures.DrawTargetAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
