using Google.Protobuf.WellKnownTypes;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Amendments.Amending;
using State = SocialPolicy.PlanRegistry.V1.Amendment.Types.State;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Amendments;

public sealed class AmendingAPlanFromADayOn(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Waits_for_its_day()
    {
        var plan = await registry.ImportPublished();
        var day = DateOnly.FromDateTime(registry.Clock.GetUtcNow().UtcDateTime).AddDays(40);
        var amendment = await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(day), Value(plan.Targets[0], "3")));
        await registry.Run("amend-plans");

        amendment.State.ShouldBe(State.Scheduled);
        (await Get(plan)).Targets.ShouldBe(plan.Targets);
        (await registry.Registrar.GetPlanAsync(new() { Name = plan.Name, InForceOn = Day(day) })).Targets[0].Threshold.Value.ShouldBe("3");
        (await registry.Announcements(plan.Name, "PlanAmended")).ShouldBe(0);

        registry.Clock.Advance(TimeSpan.FromDays(45));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => registry.Run("amend-plans")));

        (await registry.Announcements(plan.Name, "PlanAmended")).ShouldBe(1);
        (await Get(plan)).Targets[0].Threshold.Value.ShouldBe("3");
        (await registry.Amendments.GetAmendmentAsync(new() { Name = amendment.Name })).State.ShouldBe(State.InEffect);
    }

    [Fact]
    public async Task Leaves_every_past_state_as_it_was()
    {
        var plan = await registry.ImportPublished();
        registry.Clock.Advance(TimeSpan.FromHours(1));
        var before = registry.Clock.GetUtcNow().ToTimestamp();
        registry.Clock.Advance(TimeSpan.FromHours(1));

        await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2025, 6, 1), Value(plan.Targets[0], "3")));

        (await At(plan, Day(2025, 5, 31))).Targets[0].Threshold.Value.ShouldBe("4");
        (await At(plan, Day(2025, 6, 1))).Targets[0].Threshold.Value.ShouldBe("3");
        (await At(plan, Day(2025, 6, 1), before)).Targets.ShouldBe(plan.Targets);
        (await At(plan, null, before)).Targets.ShouldBe(plan.Targets);
    }

    [Fact]
    public async Task Stacks_fields_by_the_days_whichever_was_recorded_first()
    {
        var plan = await registry.ImportPublished();
        await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2026, 1, 1), Value(plan.Targets[0], "2")));

        await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2025, 1, 1), Demand(plan.Targets[0], "3", 2029)));

        var target = (await Get(plan)).Targets[0];
        (target.Threshold.Value, target.Year).ShouldBe(("2", 2029));
        target = (await At(plan, Day(2025, 7, 1))).Targets[0];
        (target.Threshold.Value, target.Year).ShouldBe(("3", 2029));
    }

    private async Task<V1.Plan> Get(V1.Plan plan) => await registry.Registrar.GetPlanAsync(new() { Name = plan.Name });

    private async Task<V1.Plan> At(V1.Plan plan, Google.Type.Date? on, Timestamp? known = null) =>
        await registry.Registrar.GetPlanAsync(new() { Name = plan.Name, InForceOn = on, KnownAt = known });
}
