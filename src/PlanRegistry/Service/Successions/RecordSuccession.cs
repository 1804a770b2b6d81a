using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Successions;
using SocialPolicy.PlanRegistry.Service.Directory;

namespace SocialPolicy.PlanRegistry.Service.Successions;

internal sealed partial class SuccessionService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override Task<V1.RecordSuccessionResponse> RecordSuccession(V1.RecordSuccessionRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var intent = request.ToDomain();
            RecordingASuccession.MustBeComplete(intent);
            await work.HoldDirectoryVersion();
            var predecessors = await work.Find(intent.Subject!.Value, intent.Predecessors.Select((name, at) => (name, $"predecessors[{at}]")));
            var heirs = await work.Find(intent.Subject.Value, intent.Heirs.Select((heir, at) => (heir.Name, $"heirs[{at}].name")));
            var earlier = await work.SuccessionsOf([.. predecessors.Select(one => one.Id)]);

            var succession = RecordingASuccession.Record(Guid.CreateVersion7(work.At), intent, predecessors, heirs, earlier);

            var left = await work.AgenciesLeft(succession);
            await work.Insert(succession);
            await work.Apply(succession);
            Announce(succession, work);
            work.Audit(SuccessionName.Of(succession.Id), $"{succession.Kind} of {succession.Predecessors.Count}");
            return new V1.RecordSuccessionResponse
            {
                Succession = await work.Connection.ShowSuccession(succession.Id, work.Cancellation),
                Orphans = await work.OrphansOf(succession, left),
            };
        });

    private static void Announce(Succession succession, Work work)
    {
        var aggregate = SuccessionName.Of(succession.Id);
        if (succession.Subject is SuccessionSubject.Units)
            work.Announce(succession.ToUnitSucceeded(), aggregate, 1);
        else
            work.Announce(succession.ToAgencySucceeded(), aggregate, 1);
    }
}
