using SocialPolicy.Harness.Fuzzing;
using Xunit.Abstractions;

namespace SocialPolicy.Reporting.FunctionalTests;

/// <summary>There are a plan that is tracked, its rounds, a draft, a report that waits, one that came back, one that is done with, and a consolidation.</summary>
public sealed class SurvivingHostileCalls(ITestOutputHelper report) : HostileCalls<Reporting>(report)
{
    protected override async Task<Attack> Prepare()
    {
        Service.ItIs(2026, 11, 2);
        var office = new Office(Service);
        var (plan, round) = await office.Asks();
        await office.Tracking.TrackPlanAsync(new() { Plan = $"plans/{plan.PlanId}", TrackFrom = new() { Year = 2025, Month = 1, Day = 1 } });
        var attack = Service.AttackedFrom([.. office.All.Select(agency => agency.Codes[0]), "spp:1"]);
        foreach (var duty in await office.Duties(plan))
            attack.Learn(duty);
        foreach (var each in await office.Rounds(plan))
            attack.Learn(each);
        foreach (var obligation in await office.Obligations(plan))
            attack.Learn(obligation);

        attack.Learn(await office.Drafts(office.Health, round));
        attack.Learn(await office.Submits(office.Education, round));
        attack.Learn(await office.Deciding(office.Focal).ReturnReportAsync(new() { Name = (await office.Submits(office.Focal, round)).Name, Reason = "Thiếu biểu số 2." }));
        attack.Learn(await office.IsDoneWith(office.Front, round));
        attack.Learn(await office.Consolidating(office.Focal).ConsolidateRoundAsync(new() { Round = round.Name }));
        return attack;
    }
}
