using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Matters;

internal sealed partial class MatterService
{
    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.Matter> ReopenMatter(V1.ReopenMatterRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var reason = Said.OrNull(request.Reason);
            Check.All(new FieldsAreFilled("reason", reason is not null), new TextsFitTheirField("reason", request.Reason.Length, LongestReason));
            var matter = await work.RequireMatter(request.Name, request.Etag);
            await work.MustKeep(matter.Subject.PlanId);

            var raised = matter.Reopen();

            await work.Save(matter, new(reason!, matter.AssignedTo, matter.Due));
            work.Announce(raised, request.Name, matter.Version);
            work.Audit(request.Name, "reopened");
            return await work.Show(matter);
        });
}
