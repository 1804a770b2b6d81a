using SocialPolicy.Harness.Fuzzing;
using SocialPolicy.PlanRegistry.FunctionalTests.Matters;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using Xunit.Abstractions;

namespace SocialPolicy.PlanRegistry.FunctionalTests;

/// <summary>There are a province, plans of it, one of them not published, a task that is worked on, and a matter that waits for its answer.</summary>
public sealed class SurvivingHostileCalls(ITestOutputHelper report) : HostileCalls<Registry>(report)
{
    protected override async Task<Attack> Prepare()
    {
        var attack = Service.AttackedFrom(Province.Committee, Province.Health, "spp:1");
        attack.Learn(await Service.PublishedPlan());
        attack.Learn(await Service.Import(SamplePlan.Text()));
        attack.Learn(await Service.Tasks.GetTaskWorkAsync(new() { Task = await Service.OneOffTask() }));
        attack.Learn(await Service.Assigned());
        attack.Learn(await Service.Directory.ListAgenciesAsync(new()));
        return attack;
    }
}
