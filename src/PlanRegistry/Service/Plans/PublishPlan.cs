using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.PlanRegistry.Service.Documents;

namespace SocialPolicy.PlanRegistry.Service.Plans;

internal sealed partial class PlanService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.Plan> PublishPlan(V1.PublishPlanRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var plan = await work.RequireKeptPlan(PlanName.Parse(request.Name));
            Etag.MustMatch(request.Etag, plan.Version);

            var content = await work.Connection.ContentOf(plan.Id, work.Cancellation);
            var parties = await work.Connection.FindParties(plan.Id, plan.Header, content, work.At.InVietnam(), work.Cancellation);
            await work.MustPublishFor(parties.IssuerAgencyId);
            var published = plan.Publish(content, parties, work.At);

            await work.Save(plan);
            await work.Fix(plan, parties);
            await work.EnterGraph(plan);
            work.Announce(published, request.Name, plan.Version);
            work.Audit(request.Name);
            return await work.Show(plan.Id);
        });
}
