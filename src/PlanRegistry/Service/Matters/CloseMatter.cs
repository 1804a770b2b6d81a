using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.Domain.Matters;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Matters;

internal sealed partial class MatterService
{
    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.Matter> CloseMatter(V1.CloseMatterRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var conclusion = Said.OrNull(request.Conclusion);
            var outcome = request.Outcome.ToDomain("outcome") ?? MatterOutcome.Settled;
            Check.All(
                new FieldsAreFilled("conclusion", conclusion is not null),
                new TextsFitTheirField("conclusion", request.Conclusion.Length, LongestText));
            var matter = await work.RequireMatter(request.Name, request.Etag);
            await work.MustKeep(matter.Subject.PlanId);

            var closed = matter.Close(conclusion!, await work.AmendmentOf(matter, request.Amendment), outcome);

            await work.Save(matter, new(conclusion!));
            work.Announce(closed, request.Name, matter.Version);
            work.Audit(request.Name, outcome is MatterOutcome.Declined ? "declined" : "closed");
            return await work.Show(matter);
        });
}
