using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Targets;
using SocialPolicy.Indicators.Service.Ratings;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Messaging;

/// <summary>What hearing of a plan does.</summary>
internal static class Adopting
{
    /// <summary>Puts its targets in force, and rates what was observed of them before by what they demand now.</summary>
    public static async Task Adopt(this Work work, Adoption adoption, RatingSettings settings)
    {
        if (!await work.Keep(adoption))
            return;
        work.Announce(
            new TargetsAdopted(adoption.PlanId, adoption.PlanVersion, [.. adoption.Targets.Select(target => target.Id)]),
            TargetService.PlanName.Of(adoption.PlanId),
            adoption.PlanVersion);
        await work.RateTargetsOf(adoption.PlanId, settings);
    }
}
