using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.Reporting.V1;

namespace SocialPolicy.Notifications.Service.Messaging;

/// <summary>Agencies owe a report: they will be reminded.</summary>
internal sealed class ObligationsIssuedConsumer : IConsumeFact<ObligationsIssued>
{
    public Task Consume(ObligationsIssued fact, Envelope envelope, Work work) => work.Keep(fact, envelope);
}
