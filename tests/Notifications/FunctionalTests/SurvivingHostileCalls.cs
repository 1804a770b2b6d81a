using SocialPolicy.Harness.Fuzzing;
using SocialPolicy.Notifications.FunctionalTests.Notices;
using Xunit.Abstractions;

namespace SocialPolicy.Notifications.FunctionalTests;

/// <summary>There are notices about what an agency owes.</summary>
public sealed class SurvivingHostileCalls(ITestOutputHelper report) : HostileCalls<Office>(report)
{
    protected override async Task<Attack> Prepare()
    {
        var debt = await Service.Owes(daysLeft: 5);
        var attack = Service.AttackedFrom(debt.AgencyCode, "spp:1");
        await Service.Set(V1.DeliverySettings.Types.Mode.Live);
        await Service.Sweep();
        foreach (var notice in await Service.NoticesAbout(debt))
            attack.Learn(notice);
        return attack;
    }
}
