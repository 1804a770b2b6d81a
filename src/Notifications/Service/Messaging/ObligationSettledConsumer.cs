using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.Reporting.V1;

namespace SocialPolicy.Notifications.Service.Messaging;

/// <summary>Nothing is owed any more.</summary>
internal sealed class ObligationSettledConsumer : IConsumeFact<ObligationSettled>
{
    public Task Consume(ObligationSettled fact, Envelope envelope, Work work) => work.Keep(fact.ObligationId, fact.ObligationVersion, "settled");
}
