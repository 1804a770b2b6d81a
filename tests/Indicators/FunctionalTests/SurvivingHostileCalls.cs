using SocialPolicy.Harness.Fuzzing;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;
using SocialPolicy.Indicators.FunctionalTests.Observations;
using SocialPolicy.Indicators.FunctionalTests.Targets;
using Xunit.Abstractions;

namespace SocialPolicy.Indicators.FunctionalTests;

/// <summary>There are two targets, and an agency that has given a value for one.</summary>
public sealed class SurvivingHostileCalls(ITestOutputHelper report) : HostileCalls<Indicators>(report)
{
    protected override async Task<Attack> Prepare()
    {
        var (agency, target) = (await Service.AnAgency(), APlan.Target());
        var attack = Service.AttackedFrom(agency.Codes[0], "spp:1");
        var plan = await Service.Adopt(target, APlan.Target());
        foreach (var each in await Service.TargetsOf(plan))
            attack.Learn(each);
        attack.Learn(await Service.OfficerOf(agency).RecordObservationAsync(new() { Observation = Said.Of(target, agency, "2.9") }));
        attack.Learn(await Service.Create());
        return attack;
    }
}
