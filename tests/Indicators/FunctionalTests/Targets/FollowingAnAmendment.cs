using SocialPolicy.Harness;

namespace SocialPolicy.Indicators.FunctionalTests.Targets;

[Collection(nameof(Indicators))]
public sealed class FollowingAnAmendment(Indicators indicators)
{
    [Fact]
    public async Task Puts_the_amended_targets_in_force_and_ends_those_that_were_dropped()
    {
        var (kept, dropped, added) = (APlan.Target("giữ"), APlan.Target("bỏ"), APlan.Target("thêm"));
        var plan = APlan.With(dropped, kept);
        await indicators.Announce(plan, version: 3);
        await Eventually.Holds(async () => (await indicators.TargetsOf(plan)).Count == 2);

        await indicators.Amend(plan with { Targets = [kept with { Value = 2.5m }, added] }, version: 4);
        await Eventually.Holds(async () => (await indicators.TargetsOf(plan)).Any(target => target.Indicator == "thêm"));

        (await indicators.TargetsOf(plan)).Select(target => (target.Name, target.Threshold.Value)).ShouldBe([($"targets/{kept.TargetId}", "2.5"), ($"targets/{added.TargetId}", "3.50")]);
        (await indicators.Ask<bool>("select ended_at is not null from targets_in_force where id = @TargetId", dropped)).ShouldBeTrue();
    }

    [Fact]
    public async Task Has_the_last_word_though_it_is_heard_before_the_publication()
    {
        var target = APlan.Target();
        var plan = APlan.With(target);
        await indicators.Amend(plan with { Targets = [target with { Value = 2.5m }] }, version: 5);
        await Eventually.Holds(async () => (await indicators.TargetsOf(plan)).Count == 1);

        await indicators.Announce(plan, version: 3);
        await indicators.Settled();

        (await indicators.TargetsOf(plan)).ShouldHaveSingleItem().Threshold.Value.ShouldBe("2.5");
    }
}
