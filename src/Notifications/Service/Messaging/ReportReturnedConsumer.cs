using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.Reporting.V1;

namespace SocialPolicy.Notifications.Service.Messaging;

/// <summary>It came back: it is owed again, and its agency shall know why.</summary>
internal sealed class ReportReturnedConsumer : IConsumeFact<ReportReturned>
{
    public Task Consume(ReportReturned fact, Envelope envelope, Work work) => work.Keep(fact.ObligationId, fact.ObligationVersion, "returned", fact.Submission, fact.Reason);
}
