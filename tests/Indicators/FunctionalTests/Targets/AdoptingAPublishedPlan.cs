using Google.Protobuf.WellKnownTypes;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Types.V1;

namespace SocialPolicy.Indicators.FunctionalTests.Targets;

[Collection(nameof(Indicators))]
public sealed class AdoptingAPublishedPlan(Indicators indicators)
{
    [Fact]
    public async Task Puts_its_targets_in_force_in_the_order_of_the_text()
    {
        var whole = APlan.Target("tỷ lệ hộ nghèo") with { Comparator = "decrease_by", Bound = "ge", PerYear = true };
        var vision = APlan.Target("thu nhập") with { Section = "vision", Comparator = null, Value = null, Unit = null, Direction = "up", Year = 2045 };
        var plan = APlan.With(whole, vision);

        await indicators.Announce(plan);

        await Eventually.Holds(async () => (await indicators.TargetsOf(plan)).Count == 2);
        var shown = await indicators.TargetsOf(plan);
        shown.ShouldBe(
        [
            new V1.Target
            {
                Name = $"targets/{whole.TargetId}",
                Plan = $"plans/{plan.PlanId}",
                Indicator = "tỷ lệ hộ nghèo",
                Threshold = new() { Comparator = Comparator.DecreaseBy, Value = "3.50", Unit = "%", Bound = Comparator.AtLeast, PerYear = true },
                Geography = "khu vực thành thị",
                Year = 2030,
                Direction = Direction.Down,
                AdoptTime = indicators.Clock.GetUtcNow().ToTimestamp(),
                Rating = new()
                {
                    Verdict = V1.Rating.Types.Verdict.NoData,
                    Rule = "NO_OBSERVATION",
                    Explanation = "There is no observation.",
                    ExplanationVi = "Chưa có số liệu.",
                },
                IndicatorName = shown[0].IndicatorName,
                Unit = $"units/{plan.UnitId}",
                Etag = "v1",
            },
            new V1.Target
            {
                Name = $"targets/{vision.TargetId}",
                Plan = $"plans/{plan.PlanId}",
                Indicator = "thu nhập",
                Threshold = new(),
                Geography = "khu vực thành thị",
                Year = 2045,
                Direction = Direction.Up,
                Vision = true,
                AdoptTime = indicators.Clock.GetUtcNow().ToTimestamp(),
                Rating = new()
                {
                    Verdict = V1.Rating.Types.Verdict.NotRated,
                    Rule = "VISION",
                    Explanation = "A vision is shown, not rated.",
                    ExplanationVi = "Chỉ tiêu tầm nhìn chỉ theo dõi, không đánh giá.",
                },
                IndicatorName = shown[1].IndicatorName,
                Unit = $"units/{plan.UnitId}",
                Etag = "v1",
            },
        ]);
    }

    [Fact]
    public async Task Has_one_effect_though_it_is_announced_three_times()
    {
        var plan = APlan.With(APlan.Target(), APlan.Target());

        var envelope = await indicators.Announce(plan);
        await indicators.Announce(plan, again: envelope);
        await indicators.Announce(plan, again: envelope);
        await indicators.Settled();

        (await Adoptions(plan)).ShouldBe(1);
        (await indicators.TargetsOf(plan)).Count.ShouldBe(2);
        (await indicators.Operations.ListDeadLettersAsync(new() { PageSize = 500 })).DeadLetters
            .ShouldNotContain(letter => letter.Aggregate == envelope.Aggregate);
    }

    [Fact]
    public async Task Announces_once_which_targets_are_in_force()
    {
        var (first, second) = (APlan.Target(), APlan.Target());
        var plan = APlan.With(first, second);

        var envelope = await indicators.Announce(plan, version: 7);
        await indicators.Announce(plan, again: envelope);
        await indicators.Settled();

        (await indicators.Announced<TargetsAdopted>($"plans/{plan.PlanId}")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            adopted => adopted.Version.ShouldBe(7),
            adopted => adopted.Fact.PlanVersion.ShouldBe(7),
            adopted => adopted.Fact.TargetIds.ShouldBe([first.TargetId, second.TargetId]));
    }

    [Fact]
    public async Task Has_no_effect_when_a_later_version_was_adopted_before()
    {
        var later = APlan.With(APlan.Target("mới"));
        var earlier = later with { Targets = [APlan.Target("cũ")] };

        await indicators.Announce(later, version: 5);
        await indicators.Announce(earlier, version: 4);
        await indicators.Settled();

        (await indicators.TargetsOf(later)).ShouldHaveSingleItem().Indicator.ShouldBe("mới");
        (await Adoptions(later)).ShouldBe(1);
    }

    [Fact]
    public async Task Ends_the_targets_that_a_later_version_no_longer_has()
    {
        var (kept, dropped, added) = (APlan.Target("giữ"), APlan.Target("bỏ"), APlan.Target("thêm"));
        var plan = APlan.With(dropped, kept);

        await indicators.Announce(plan, version: 3);
        await indicators.Announce(plan with { Targets = [kept with { Value = 2.5m }, added] }, version: 4);
        await indicators.Settled();

        (await indicators.TargetsOf(plan)).Select(target => (target.Indicator, target.Threshold.Value)).ShouldBe([("giữ", "2.5"), ("thêm", "3.50")]);
        (await indicators.Ask<bool>("select ended_at is not null from targets_in_force where id = @TargetId", dropped)).ShouldBeTrue();
    }

    [Fact]
    public async Task Waits_among_the_dead_letters_when_it_fails_and_has_its_effect_when_replayed()
    {
        await indicators.Ask<int>("alter table targets_in_force add constraint no_boxes check (unit <> 'thùng')");
        var plan = APlan.With(APlan.Target() with { Unit = "thùng" });
        var envelope = await indicators.Announce(plan);
        await Eventually.Holds(async () => (await Letters(plan)).Count == 1);
        await indicators.Settled();
        (await indicators.TargetsOf(plan)).ShouldBeEmpty();

        await indicators.Ask<int>("alter table targets_in_force drop constraint no_boxes");
        var answer = await indicators.Operations.ReplayDeadLettersAsync(new() { Names = { $"deadLetters/{envelope.Id}" } });

        (answer.ReplayedCount, answer.FailedCount).ShouldBe((1, 0));
        (await indicators.TargetsOf(plan)).Count.ShouldBe(1);
        (await Letters(plan)).ShouldBeEmpty();
        (await Adoptions(plan)).ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_a_row_that_nobody_can_change()
    {
        var plan = APlan.With(APlan.Target());
        await indicators.Announce(plan);
        await Eventually.Holds(async () => await Adoptions(plan) == 1);

        await Should.ThrowAsync<Npgsql.PostgresException>(() => indicators.Ask<int>("delete from adoptions where plan_id = @PlanId", plan));
    }

    private Task<long> Adoptions(PlanPublished plan) =>
        indicators.Ask<long>("select count(*) from adoptions where plan_id = @PlanId", new { plan.PlanId });

    private async Task<IReadOnlyList<Operations.V1.DeadLetter>> Letters(PlanPublished plan) =>
        [.. (await indicators.Operations.ListDeadLettersAsync(new() { PageSize = 500 })).DeadLetters.Where(letter => letter.Aggregate == $"plans/{plan.PlanId}")];
}
