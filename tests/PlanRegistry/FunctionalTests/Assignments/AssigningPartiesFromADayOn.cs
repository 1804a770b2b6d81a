using System.Text.Json;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Assignments.Assigning;
using PartyRole = SocialPolicy.PlanRegistry.V1.PartyRole;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Assignments;

public sealed class AssigningPartiesFromADayOn(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Counts_for_a_published_plan_from_its_day_on_and_leaves_the_days_before()
    {
        var plan = await registry.Published();

        await registry.Assignments.AssignPartiesAsync(One(plan, Interior));

        (await registry.Queue(plan)).ShouldBeEmpty();
        (await registry.Queue(plan, new() { Year = 2026, Month = 10, Day = 31 })).ShouldHaveSingleItem().Text.ShouldBe(Labour);
        (await registry.Registrar.GetPlanAsync(new() { Name = plan.Name })).ReportingDuties[0].ViaParty.Agency.ShouldBe(await registry.NameOf(Interior));
        (await registry.Registrar.GetPlanAsync(new() { Name = plan.Name, InForceOn = new() { Year = 2026, Month = 10, Day = 31 } })).ReportingDuties.ShouldBe(plan.ReportingDuties);
        var said = (await registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = plan.Name })).Assignments.ShouldHaveSingleItem();
        (said.Duty, said.Role, said.Position, said.Reason, said.Assigner).ShouldBe((plan.ReportingDuties[0].Name, PartyRole.Via, 1, "Đề án 1", "registrar"));
        said.ValidFrom.ShouldBe(Today);
    }

    [Fact]
    public async Task Is_seen_at_once_and_on_its_day_by_who_has_seen_the_plan_before()
    {
        var plan = await registry.Published();
        (await registry.Via(plan)).ShouldBeEmpty();

        await registry.Assignments.AssignPartiesAsync(One(plan, Interior));
        (await registry.Via(plan)).ShouldBe(await registry.NameOf(Interior));

        var order = One(plan, Health);
        order.ValidFrom = new() { Year = 2026, Month = 11, Day = 3 };
        await registry.Assignments.AssignPartiesAsync(order);
        (await registry.Via(plan)).ShouldBe(await registry.NameOf(Interior));

        registry.Clock.Advance(TimeSpan.FromDays(2));
        var then = await registry.Via(plan);
        registry.Clock.Advance(TimeSpan.FromDays(-2));
        then.ShouldBe(await registry.NameOf(Health));
    }

    [Fact]
    public async Task Is_seen_even_when_the_plan_did_not_move_on_with_it()
    {
        var plan = await registry.Published();
        await registry.Assignments.AssignPartiesAsync(One(plan, Interior));
        (await registry.Via(plan)).ShouldBe(await registry.NameOf(Interior));

        await registry.Do(
            """
            insert into party_assignments (id, plan_id, duty_id, role, position, text, agency_id, valid_from, reason, remembered, assigned_at, assigned_by)
            select @id, plan_id, duty_id, role, position, text, @agency, valid_from, reason, false, assigned_at, assigned_by
            from party_assignments where plan_id = @plan
            """,
            new { id = Guid.CreateVersion7(), agency = Guid.Parse((await registry.NameOf(Health))["agencies/".Length..]), plan = Guid.Parse(plan.Name["plans/".Length..]) });

        (await registry.Via(plan)).ShouldBe(await registry.NameOf(Health));
    }

    [Fact]
    public async Task Is_told_to_others_once_when_its_day_has_come()
    {
        var (now, later) = (await registry.Published(), await registry.Published());
        await registry.Assignments.AssignPartiesAsync(One(now, Interior));
        var order = One(later, Interior);
        order.ValidFrom = new() { Year = 2026, Month = 11, Day = 20 };
        await registry.Assignments.AssignPartiesAsync(order);
        await registry.Run("tell-of-assignments");

        (await registry.Announcements(now.Name, "PlanAmended"), await registry.Announcements(later.Name, "PlanAmended")).ShouldBe((1, 0));
        (await registry.Registrar.GetPlanAsync(new() { Name = now.Name })).Etag.ShouldNotBe(now.Etag);

        registry.Clock.Advance(TimeSpan.FromDays(20));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => registry.Run("tell-of-assignments")));
        registry.Clock.Advance(TimeSpan.FromDays(-20));

        (await registry.Announcements(now.Name, "PlanAmended"), await registry.Announcements(later.Name, "PlanAmended")).ShouldBe((1, 1));
        using var fact = JsonDocument.Parse(await registry.Ask<string>(
            "select payload from ground.outbox where aggregate = @name and type = 'planregistry.PlanAmended'", new { name = later.Name }));
        $"agencies/{fact.RootElement.GetProperty("plan").GetProperty("reportingDuties")[0].GetProperty("viaParty").GetProperty("agencyId").GetString()}".ShouldBe(await registry.NameOf(Interior));
    }
}
