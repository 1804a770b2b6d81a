using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.PlanRegistry.FunctionalTests.Amendments;
using SocialPolicy.PlanRegistry.Service.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Amendments.Amending;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

/// <summary>Its answers are kept in memory: nobody may notice but by the clock.</summary>
public sealed class GettingAPublishedPlan(Registry registry) : IClassFixture<Registry>
{
    private static readonly Caller Anyone = new("viewer", "tests", Caller.WholeInstallation, new HashSet<Role> { Role.Viewer }, []);

    [Fact]
    public async Task Shows_the_same_again()
    {
        var plan = await registry.ImportPublished();

        (await Full(plan)).ShouldBe(plan);
        (await Full(plan)).ShouldBe(plan);
        (await Basic(plan)).ShouldBe(await Basic(plan));
        (await Basic(plan)).Targets.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_an_amendment_at_once_in_both_views()
    {
        var plan = await registry.ImportPublished();
        (await Full(plan)).Etag.ShouldBe((await Basic(plan)).Etag);

        await registry.Amendments.AmendPlanAsync(Amendment(plan, registry.Today(), Value(plan.Targets[0], "3"), Dropped(plan.Targets[1])));

        var (full, basic) = (await Full(plan), await Basic(plan));
        full.Targets[0].Threshold.Value.ShouldBe("3");
        full.Targets.Count.ShouldBe(plan.Targets.Count - 1);
        basic.Summary.ShouldBe(full.Summary);
        (basic.Etag, basic.Summary.TargetCount).ShouldBe((full.Etag, plan.Summary.TargetCount - 1));
        full.Etag.ShouldNotBe(plan.Etag);
    }

    [Fact]
    public async Task Shows_another_day_from_its_first_minute_on()
    {
        var plan = await registry.ImportPublished();
        var now = registry.Clock.GetUtcNow();
        (await Full(plan)).Summary.NextDeadline.Year.ShouldBe(2026);

        registry.Clock.MoveTo(new DateTimeOffset(2026, 12, 15, 0, 0, 0, TimeSpan.FromHours(7)));
        var (full, basic) = (await Full(plan), await Basic(plan));
        registry.Clock.MoveTo(now);

        (full.Summary.NextDeadline.Year, full.ReportingDuties[0].NextDue.Year, basic.Summary.NextDeadline.Year).ShouldBe((2027, 2027, 2027));
        (await Full(plan)).ShouldBe(plan);
    }

    [Fact]
    public async Task Shows_days_in_the_past_as_they_were_whatever_is_kept()
    {
        var plan = await registry.ImportPublished();
        await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2025, 6, 1), Value(plan.Targets[0], "3")));
        (await Full(plan)).Targets[0].Threshold.Value.ShouldBe("3");

        (await registry.Registrar.GetPlanAsync(new() { Name = plan.Name, InForceOn = Day(2025, 5, 31) })).Targets[0].Threshold.Value.ShouldBe("4");
        (await Full(plan)).Targets[0].Threshold.Value.ShouldBe("3");
    }

    [Fact]
    public async Task Shows_at_every_replica_what_was_done_at_another()
    {
        var plan = await registry.ImportPublished();
        var (replica, there) = await registry.Replica();
        await using var _ = replica;
        (await there.GetPlanAsync(new() { Name = plan.Name })).ShouldBe(await Full(plan));

        for (var value = 3; value > 0; value--)
        {
            await registry.Amendments.AmendPlanAsync(Amendment(plan, registry.Today(), Value(plan.Targets[0], $"{value}")));

            var seen = await there.GetPlanAsync(new() { Name = plan.Name });
            seen.Targets[0].Threshold.Value.ShouldBe($"{value}");
            seen.ShouldBe(await Full(plan));
        }
    }

    [Fact]
    public async Task Keeps_no_more_than_it_may()
    {
        var plan = await registry.ImportPublished();
        var (id, today, size) = (PlanService.PlanName.Parse(plan.Name), registry.Clock.Today(), plan.CalculateSize());
        using var roomy = new PublishedPlans(size);
        using var tight = new PublishedPlans(size - 1);
        await using var connection = await registry.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();

        (await roomy.Show(connection, Anyone, id, basic: false, today, default)).ShouldBe(plan);
        (await tight.Show(connection, Anyone, id, basic: false, today, default)).ShouldBe(plan);

        (roomy.Count, tight.Count).ShouldBe((1, 0));
        (await roomy.Show(connection, Anyone, id, basic: false, today, default)).ShouldBeSameAs(await roomy.Show(connection, Anyone, id, basic: false, today, default));
    }

    [Fact]
    public async Task Keeps_nothing_of_plans_that_are_not_published()
    {
        var plan = await registry.ImportConfirmed();
        using var plans = new PublishedPlans();
        await using var connection = await registry.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();

        await plans.Show(connection, Anyone, PlanService.PlanName.Parse(plan.Name), basic: false, registry.Clock.Today(), default);

        plans.Count.ShouldBe(0);
    }

    private async Task<V1.Plan> Full(V1.Plan plan) => await registry.Registrar.GetPlanAsync(new() { Name = plan.Name });

    private async Task<V1.Plan> Basic(V1.Plan plan) => await registry.Registrar.GetPlanAsync(new() { Name = plan.Name, View = V1.PlanView.Basic });
}
