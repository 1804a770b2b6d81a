using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Service.Duties;
using SocialPolicy.Reporting.Service.Rounds;

namespace SocialPolicy.Reporting.Service.Messaging;

/// <summary>A published plan puts its duties in force; those with a date open their rounds at once.</summary>
internal sealed class PlanPublishedConsumer : IConsumeFact<PlanPublished>
{
    public async Task Consume(PlanPublished fact, Envelope envelope, Work work)
    {
        var adoption = Adoption.Of(fact, envelope, publishedOn: envelope.OccurredAt.InVietnam());
        if (!await work.Keep(adoption))
            return;
        foreach (var duty in adoption.Duties)
            await work.LookAt(duty.Id);
    }
}
