using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Wire;

namespace SocialPolicy.PlanRegistry.Service.Plans;

internal sealed partial class PlanService
{
    [AllowedToAnyCaller]
    public override Task<V1.Plan> GetPlan(V1.GetPlanRequest request, ServerCallContext call)
    {
        var id = PlanName.Parse(request.Name);
        var today = clock.Today();
        var asked = (On: request.InForceOn.ToDay("in_force_on"), KnownAt: request.KnownAt?.ToTime("known_at"));
        var moment = asked is (null, null) ? (Moment?)null : new Moment(asked.On ?? today, asked.KnownAt);
        return requests.Read(call, connection => request.View is V1.PlanView.Basic
            ? connection.BasicPlan(id, today, call.CancellationToken)
            : connection.FullPlan(id, today, call.CancellationToken, moment));
    }
}
