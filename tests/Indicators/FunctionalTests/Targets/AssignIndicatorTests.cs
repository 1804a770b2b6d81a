using Grpc.Core;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;
using static SocialPolicy.Indicators.V1.Indicator.Types;

namespace SocialPolicy.Indicators.FunctionalTests.Targets;

[Collection(nameof(Indicators))]
public sealed class AssigningAnIndicator(Indicators indicators)
{
    [Fact]
    public async Task Gives_the_target_the_indicator_that_a_person_names()
    {
        var (target, right) = (APlan.Target(), await indicators.Create());
        var plan = await indicators.Adopt(target);

        var assigned = await indicators.TargetKeeper.AssignIndicatorAsync(new() { Target = Name(target), Indicator = $"spp:{right.Code}", Reason = "Đúng chỉ tiêu hơn", Etag = "v1" });

        (assigned.IndicatorName, assigned.Etag, assigned.Rating.Rule).ShouldBe((right.Name, "v2", "NO_OBSERVATION"));
        (await indicators.TargetsOf(plan)).ShouldHaveSingleItem().ShouldBe(assigned);
        (await indicators.Ask<string>("select basis || ' ' || reason || ' ' || actor from target_indicators where target_id = @TargetId and version = 2", target))
            .ShouldBe("person Đúng chỉ tiêu hơn keeper");
    }

    [Fact]
    public async Task Stands_whatever_an_amendment_changes()
    {
        var (target, right) = (APlan.Target(), await indicators.Create());
        var plan = await indicators.Adopt(target);
        await indicators.TargetKeeper.AssignIndicatorAsync(new() { Target = Name(target), Indicator = right.Name });

        await indicators.Amend(plan with { Targets = [target with { Indicator = "Tỷ lệ hộ cận nghèo" }] }, version: 4);
        await Eventually.Holds(async () => (await indicators.TargetsOf(plan)).Single().Indicator == "Tỷ lệ hộ cận nghèo");

        (await indicators.TargetsOf(plan)).ShouldHaveSingleItem().IndicatorName.ShouldBe(right.Name);
    }

    [Fact]
    public async Task Changes_nothing_when_a_person_says_it_again_and_answers_a_repeat_the_same()
    {
        var (target, right) = (APlan.Target(), await indicators.Create());
        await indicators.Adopt(target);
        var request = new V1.AssignIndicatorRequest { Target = Name(target), Indicator = right.Name, RequestId = Guid.CreateVersion7().ToString() };

        var first = await indicators.TargetKeeper.AssignIndicatorAsync(request);

        (await indicators.TargetKeeper.AssignIndicatorAsync(request)).ShouldBe(first);
        (await indicators.TargetKeeper.AssignIndicatorAsync(new() { Target = Name(target), Indicator = right.Name })).ShouldBe(first);
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_checks()
    {
        var (target, right) = (APlan.Target(), await indicators.Create());
        var plan = await indicators.Adopt(target);

        (await indicators.TargetKeeper.AssignIndicatorAsync(new() { Target = Name(target), Indicator = right.Name, ValidateOnly = true })).IndicatorName.ShouldBe(right.Name);

        (await indicators.TargetsOf(plan)).ShouldHaveSingleItem().IndicatorName.ShouldNotBe(right.Name);
    }

    [Fact]
    public async Task Is_refused_an_indicator_that_cannot_be_compared_with_the_demand()
    {
        var target = APlan.Target();
        await indicators.Adopt(target);
        var judgement = await indicators.Keeper.CreateIndicatorAsync(new()
        {
            Indicator = new() { Code = AnIndicator.NewCode(), DisplayName = "Đạt chuẩn", Kind = Kind.Judgement, Theme = "giao_duc" },
        });
        var people = await indicators.Create(said => said.Unit = "người/10.000 dân");
        var retired = await indicators.Create();
        await indicators.Keeper.RetireIndicatorAsync(new() { Name = retired.Name });

        await ShouldBeRefused(new() { Target = Name(target), Indicator = judgement.Name }, StatusCode.FailedPrecondition, "INDICATOR_OF_ANOTHER_KIND");
        await ShouldBeRefused(new() { Target = Name(target), Indicator = people.Name }, StatusCode.FailedPrecondition, "INDICATOR_OF_ANOTHER_UNIT");
        await ShouldBeRefused(new() { Target = Name(target), Indicator = retired.Name }, StatusCode.FailedPrecondition, "INDICATOR_RETIRED");
    }

    [Fact]
    public async Task Is_refused_for_what_is_wrong_with_it()
    {
        var (kept, dropped, right) = (APlan.Target(), APlan.Target(), await indicators.Create());
        var plan = await indicators.Adopt(kept, dropped);
        await indicators.Announce(plan with { Targets = [kept] }, version: 4);
        await Eventually.Holds(async () => (await indicators.TargetsOf(plan)).Count == 1);

        await ShouldBeRefused(new() { Target = Name(kept), Indicator = "spp:khong_co" }, StatusCode.NotFound, "INDICATOR_NOT_FOUND");
        await ShouldBeRefused(new() { Target = $"targets/{Guid.CreateVersion7()}", Indicator = right.Name }, StatusCode.NotFound, "TARGET_NOT_FOUND");
        await ShouldBeRefused(new() { Target = "targets/1", Indicator = right.Name }, StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(new() { Target = Name(kept), Indicator = right.Name, Etag = "v9" }, StatusCode.Aborted, "ETAG_MISMATCH");
        await ShouldBeRefused(new() { Target = Name(kept), Indicator = right.Name, Reason = new('x', 1001) }, StatusCode.InvalidArgument, "FIELD_TOO_LONG");
        await ShouldBeRefused(new() { Target = Name(dropped), Indicator = right.Name }, StatusCode.FailedPrecondition, "TARGET_ENDED");
    }

    private static string Name(PublishedTarget target) => $"targets/{target.TargetId}";

    private async Task ShouldBeRefused(V1.AssignIndicatorRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(indicators.TargetKeeper.AssignIndicatorAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
