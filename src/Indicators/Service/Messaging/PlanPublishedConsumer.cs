using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Service.Messaging;

/// <summary>A published plan puts its targets in force.</summary>
internal sealed class PlanPublishedConsumer(RatingSettings settings) : IConsumeFact<PlanPublished>
{
    public Task Consume(PlanPublished fact, Envelope envelope, Work work) => work.Adopt(Adoption.Of(fact, envelope, work.At), settings);
}
