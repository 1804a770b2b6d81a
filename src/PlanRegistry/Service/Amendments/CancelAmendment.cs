using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.PlanRegistry.Domain.Amendments.Rules;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Amendments;

internal sealed partial class AmendmentService
{
    private const int LongestReason = 2_000;

    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.Amendment> CancelAmendment(V1.CancelAmendmentRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var ids = AmendmentName.ParseAll(request.Name);
            var reason = request.Reason.Trim();
            Check.All([new FieldsAreFilled("reason", reason.Length > 0), new TextsFitTheirField("reason", reason.Length, LongestReason)]);

            // Held as the job holds it that lets amendments take effect.
            var plan = await work.RequireKeptPlan(ids[0]);
            var row = await work.Connection.FindAmendment(plan.Id, ids[1], work.Cancellation);
            Check.Rule(new AmendmentsAreRecorded(ids[1], row is not null));
            Etag.MustMatch(request.Etag, row!.Version);
            Check.Rule(new OnlyScheduledAmendmentsAreCancelled(row.AnnouncedAt is not null));
            Check.Rule(new AmendmentsAreCancelledOnce(row.CancelledAt is not null));
            Check.Rule(new NoAmendmentIsBuiltUponIt(await work.BuiltUpon(row.Id)));

            plan.MoveOn();
            await work.Save(plan);
            await work.Cancel(row.Id, reason);
            work.Audit(request.Name);
            return await work.Connection.AmendmentOf(plan.Id, row.Id, work.Cancellation);
        });
}
