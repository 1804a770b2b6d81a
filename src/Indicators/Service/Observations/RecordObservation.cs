using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Ratings;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Observations;

internal sealed partial class ObservationService
{
    [AllowedTo(Role.ReportingOfficer, Role.FocalOfficer, Within = Sphere.Agency)]
    public override Task<V1.RecordObservationResponse> RecordObservation(V1.RecordObservationRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var given = GivenObservation.Of(request.Observation ?? new());
            var agency = await work.Connection.RequireAgency(given.Agency, "observation.agency", work.Cancellation);
            var today = work.At.InVietnam();
            await work.Connection.MustBeInForce(agency, today, work.Cancellation);
            await work.MustActFor(agency.Id, agency.ResourceName);
            var target = await work.RequireTarget(given.Target);

            var current = await work.CurrentObservation(target.Id, agency.Id, given.Period);
            var observation = Observation.Record(target.ToDomain(), agency.Id, given.Period, given.Measurement, current, work.At, today);

            if (observation != current)
                await Keep(work, observation, target.PlanId);
            var kept = await work.Show(observation.Id);
            var rating = await work.Rate(target, settings);
            work.Audit(kept.Name, $"revision {observation.Revision}");
            return new V1.RecordObservationResponse { Observation = kept, Rating = rating };
        });

    private static async Task Keep(Work work, Observation observation, Guid planId)
    {
        var batch = Guid.CreateVersion7(work.At);
        await work.Insert(observation, planId, batch);
        var said = observation.Measurement;
        work.Announce(
            new ObservationsRecorded(batch, planId,
            [
                new(
                    observation.Id, observation.TargetId, observation.AgencyId, observation.Period.ToString(), observation.Revision,
                    said.Value, said.Achieved, said.Estimate),
            ]),
            BatchName.Of(batch),
            1);
    }
}
