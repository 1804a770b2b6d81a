using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Targets;
using SocialPolicy.Indicators.Service.Ratings;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Messaging;

/// <summary>A published plan puts its targets in force. What was observed of them before is rated by what they demand now.</summary>
internal sealed class PlanPublishedConsumer(RatingSettings settings) : IConsumeFact<PlanPublished>
{
    public async Task Consume(PlanPublished fact, Envelope envelope, Work work)
    {
        var adoption = Adoption.Of(fact, envelope, work.At);
        await work.Keep(adoption);
        work.Announce(
            new TargetsAdopted(adoption.PlanId, adoption.PlanVersion, [.. adoption.Targets.Select(target => target.Id)]),
            TargetService.PlanName.Of(adoption.PlanId),
            adoption.PlanVersion);
        await work.RateAgain(adoption.PlanId, settings);
    }
}
