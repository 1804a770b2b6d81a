using Grpc.Core;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;

namespace SocialPolicy.Indicators.FunctionalTests.Targets;

[Collection(nameof(Indicators))]
public sealed class ListingTargets(Indicators indicators)
{
    [Fact]
    public async Task Shows_every_target_once_page_by_page_in_the_order_of_the_text()
    {
        var plan = APlan.With([.. Enumerable.Range(0, 7).Select(number => APlan.Target($"chỉ tiêu {number}"))]);
        await indicators.Announce(plan);
        await Eventually.Holds(async () => (await indicators.TargetsOf(plan)).Count == 7);

        var pages = new List<V1.ListTargetsResponse>();
        var request = new V1.ListTargetsRequest { Plan = $"plans/{plan.PlanId}", PageSize = 3 };
        do
        {
            pages.Add(await indicators.Targets.ListTargetsAsync(request));
            request.PageToken = pages[^1].NextPageToken;
        }
        while (request.PageToken.Length > 0);

        pages.Select(page => page.Targets.Count).ShouldBe([3, 3, 1]);
        pages.SelectMany(page => page.Targets).Select(target => target.Name).ShouldBe(plan.Targets.Select(target => $"targets/{target.TargetId}"));
    }

    [Fact]
    public async Task Shows_those_of_all_plans_when_none_is_named()
    {
        var (a, b) = (APlan.With(APlan.Target()), APlan.With(APlan.Target()));
        await indicators.Announce(a);
        await indicators.Announce(b);
        await indicators.Settled();

        var plans = (await indicators.Targets.ListTargetsAsync(new() { PageSize = 1000 })).Targets.Select(target => target.Plan).ToList();

        plans.ShouldContain($"plans/{a.PlanId}");
        plans.ShouldContain($"plans/{b.PlanId}");
    }

    [Fact]
    public async Task Shows_those_that_ask_for_an_indicator_whichever_plan_they_are_of()
    {
        var indicator = await indicators.Create();
        var (first, second) = (APlan.Target(indicator.DisplayName), APlan.Target(indicator.DisplayName));
        await indicators.Adopt(first, APlan.Target());
        var plan = await indicators.Adopt(APlan.Target(), second);

        (await Asking(new() { Indicator = indicator.Name })).ShouldBe([$"targets/{first.TargetId}", $"targets/{second.TargetId}"], ignoreOrder: true);
        (await Asking(new() { Indicator = $"spp:{indicator.Code}", Plan = $"plans/{plan.PlanId}" })).ShouldBe([$"targets/{second.TargetId}"]);
        (await Refused.By(indicators.Targets.ListTargetsAsync(new() { Indicator = "spp:khong_co" }))).Reason.ShouldBe("INDICATOR_NOT_FOUND");
    }

    [Fact]
    public async Task Shows_nothing_of_a_plan_that_is_not_known_here() =>
        (await indicators.Targets.ListTargetsAsync(new() { Plan = $"plans/{Guid.CreateVersion7()}" })).Targets.ShouldBeEmpty();

    [Theory]
    [InlineData(-1)]
    [InlineData(1001)]
    public Task Is_refused_for_a_page_size_out_of_range(int size) => ShouldBeRefused(new() { PageSize = size }, "PAGE_SIZE_OUT_OF_RANGE", "page_size");

    [Fact]
    public Task Is_refused_for_a_page_token_it_never_gave() => ShouldBeRefused(new() { PageToken = "AAAA" }, "PAGE_TOKEN_INVALID", "page_token");

    [Fact]
    public Task Is_refused_for_a_malformed_plan() => ShouldBeRefused(new() { Plan = "plans/1" }, "NAME_MALFORMED", "plan");

    [Fact]
    public async Task Is_refused_to_nobody() =>
        (await Refused.By(indicators.TargetsForNobody.ListTargetsAsync(new()))).Code.ShouldBe(StatusCode.Unauthenticated);

    private async Task<IEnumerable<string>> Asking(V1.ListTargetsRequest request) =>
        (await indicators.Targets.ListTargetsAsync(request)).Targets.Select(target => target.Name);

    private async Task ShouldBeRefused(V1.ListTargetsRequest request, string reason, string field)
    {
        var refused = await Refused.By(indicators.Targets.ListTargetsAsync(request));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, reason));
        refused.Fields.ShouldBe([field]);
    }
}
