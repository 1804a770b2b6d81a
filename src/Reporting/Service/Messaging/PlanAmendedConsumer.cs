using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Service.Duties;
using SocialPolicy.Reporting.Service.Rounds;

namespace SocialPolicy.Reporting.Service.Messaging;

/// <summary>An amended plan asks for other reports than before: what is not yet due follows.</summary>
internal sealed class PlanAmendedConsumer : IConsumeFact<PlanAmended>
{
    public async Task Consume(PlanAmended fact, Envelope envelope, Work work)
    {
        var adoption = Adoption.Of(fact, envelope);
        var before = (await work.DutiesOf(adoption.Plan.Id)).ToDictionary(row => row.Id, row => AdoptionStorage.Said(row.ToDuty()));
        if (!await work.Keep(adoption))
            return;
        var now = adoption.Duties.ToDictionary(duty => duty.Id, AdoptionStorage.Said);
        foreach (var id in before.Keys.Union(now.Keys).Where(id => before.GetValueOrDefault(id) != now.GetValueOrDefault(id)))
            await work.Follow(id);
        foreach (var duty in adoption.Duties)
            await work.LookAt(duty.Id);
    }
}
