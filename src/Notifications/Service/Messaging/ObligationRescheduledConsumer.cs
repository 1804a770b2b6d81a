using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.Reporting.V1;

namespace SocialPolicy.Notifications.Service.Messaging;

/// <summary>It is owed by another day, or to another receiver: its agency shall know.</summary>
internal sealed class ObligationRescheduledConsumer : IConsumeFact<ObligationRescheduled>
{
    public Task Consume(ObligationRescheduled fact, Envelope envelope, Work work) => work.Keep(fact, envelope);
}
