using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.Reporting.V1;

namespace SocialPolicy.Notifications.Service.Messaging;

/// <summary>The receiver has it: nobody is reminded while it looks.</summary>
internal sealed class ReportSubmittedConsumer : IConsumeFact<ReportSubmitted>
{
    public Task Consume(ReportSubmitted fact, Envelope envelope, Work work) => work.Keep(fact.ObligationId, fact.ObligationVersion, "submitted", fact.Submission);
}
