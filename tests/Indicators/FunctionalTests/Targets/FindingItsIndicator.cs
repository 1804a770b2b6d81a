using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Indicators.Domain.Targets;
using SocialPolicy.Indicators.UnitTests.Samples;

namespace SocialPolicy.Indicators.FunctionalTests.Targets;

[Collection(nameof(Indicators))]
public sealed class FindingItsIndicator(Indicators indicators)
{
    [Fact]
    public async Task Finds_one_of_the_catalogue_for_every_target_of_the_sample_plans()
    {
        var targets = SampleTargets.All.Select(Published).ToArray();

        var plan = APlan.With(targets);
        await indicators.Announce(plan);
        await Eventually.Holds(async () => (await Shown(plan)).Count == targets.Length);

        var origins = await indicators.Ask<string>(
            "select string_agg(distinct i.origin, ' ') from targets_in_force t left join indicators i on i.id = t.indicator_id where t.plan_id = @PlanId", plan);
        origins.ShouldBe("catalogue");
        (await Shown(plan)).ShouldAllBe(target => target.Unit == $"units/{plan.UnitId}" && target.IndicatorName != "");
    }

    [Fact]
    public async Task Makes_one_of_its_own_where_none_fits_and_finds_it_for_the_next_plan()
    {
        var name = $"Tỷ lệ thôn có sân chơi {Guid.CreateVersion7():N}";

        var first = await indicators.Adopt(APlan.Target(name), APlan.Target("Tỉ lệ" + name[5..]));
        var second = await indicators.Adopt(APlan.Target(name));

        var found = (await indicators.TargetsOf(first)).Concat(await indicators.TargetsOf(second)).Select(target => target.IndicatorName).Distinct();
        var made = await indicators.Catalogue.GetIndicatorAsync(new() { Name = found.ShouldHaveSingleItem() });
        (made.DisplayName, made.Theme, made.Origin, made.Unit, made.Scale).ShouldBe((name, "plan", V1.Indicator.Types.Origin.Plan, "%", "100"));
    }

    [Fact]
    public async Task Keeps_it_through_an_amendment_of_what_is_demanded()
    {
        var target = APlan.Target("Tỷ lệ hộ nghèo");
        var plan = await indicators.Adopt(target);
        var before = (await indicators.TargetsOf(plan)).ShouldHaveSingleItem();

        await indicators.Amend(plan with { Targets = [target with { Value = 2.5m }] }, version: 4);
        await Eventually.Holds(async () => (await indicators.TargetsOf(plan)).Single().Threshold.Value == "2.5");

        var after = (await indicators.TargetsOf(plan)).ShouldHaveSingleItem();
        (after.IndicatorName, after.Etag).ShouldBe((before.IndicatorName, before.Etag));
    }

    [Fact]
    public async Task Finds_another_when_an_amendment_makes_it_another()
    {
        var target = APlan.Target("Tỷ lệ hộ nghèo");
        var plan = await indicators.Adopt(target);
        var before = (await indicators.TargetsOf(plan)).ShouldHaveSingleItem();

        await indicators.Amend(plan with { Targets = [target with { Indicator = "Tỷ lệ hộ cận nghèo" }] }, version: 4);
        await Eventually.Holds(async () => (await indicators.TargetsOf(plan)).Single().Indicator == "Tỷ lệ hộ cận nghèo");

        var after = (await indicators.TargetsOf(plan)).ShouldHaveSingleItem();
        after.IndicatorName.ShouldNotBe(before.IndicatorName);
        after.Etag.ShouldBe("v2");
        (await indicators.Ask<long>("select count(*) from target_indicators where target_id = @TargetId and basis = 'matched'", target)).ShouldBe(2);
    }

    private async Task<IReadOnlyList<V1.Target>> Shown(PlanPublished plan) =>
        (await indicators.Targets.ListTargetsAsync(new() { Plan = $"plans/{plan.PlanId}", PageSize = 1000 })).Targets;

    private static PublishedTarget Published(TargetInForce target) => new(
        target.Id, null, target.Section, target.Indicator, target.Comparator, target.Value, target.ValueMax, target.Unit, target.Bound, target.PerYear,
        target.Population, target.Geography, target.Year, target.Direction);
}
