using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.Reporting.V1;

namespace SocialPolicy.Notifications.Service.Messaging;

/// <summary>Nothing is owed any more, though nothing was submitted.</summary>
internal sealed class ObligationExemptedConsumer : IConsumeFact<ObligationExempted>
{
    public Task Consume(ObligationExempted fact, Envelope envelope, Work work) => work.Keep(fact.ObligationId, fact.ObligationVersion, "exempted");
}
