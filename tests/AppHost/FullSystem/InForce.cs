using SocialPolicy.Indicators.V1;
using SocialPolicy.PlanRegistry.V1;
using SocialPolicy.Types.V1;

namespace SocialPolicy.AppHost.Tests.FullSystem;

/// <summary>A target as both services must know it: what the plan states is what is measured.</summary>
internal sealed record InForce(string Id, string Indicator, Threshold Threshold, string Population, string Geography, int Year, Direction Direction, bool Vision)
{
    /// <summary>What a plan states, in the order of its text.</summary>
    public static IReadOnlyList<InForce> StatedBy(Plan plan) =>
    [
        .. plan.Targets.Select(target => new InForce(
            target.Name.Split('/')[^1], target.Indicator, target.Threshold, target.Population, target.Geography, target.Year, target.Direction,
            target.Section is PlanRegistry.V1.Target.Types.Section.Vision)),
    ];

    /// <summary>What is measured for it, in the order of its text.</summary>
    public static async Task<IReadOnlyList<InForce>> MeasuredFor(string plan, TargetService.TargetServiceClient targets)
    {
        var page = await targets.ListTargetsAsync(new() { Plan = plan, PageSize = 1000 }, deadline: Clients.In(30));
        page.NextPageToken.ShouldBeEmpty();
        return
        [
            .. page.Targets.Select(target => new InForce(
                target.Name.Split('/')[^1], target.Indicator, target.Threshold, target.Population, target.Geography, target.Year, target.Direction, target.Vision)),
        ];
    }
}
