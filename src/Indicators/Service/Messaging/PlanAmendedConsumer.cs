using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Service.Messaging;

/// <summary>An amended plan puts other targets in force: those that are left keep their ids and what was observed of them.</summary>
internal sealed class PlanAmendedConsumer(RatingSettings settings) : IConsumeFact<PlanAmended>
{
    public Task Consume(PlanAmended fact, Envelope envelope, Work work) => work.Adopt(Adoption.Of(fact, envelope, work.At), settings);
}
