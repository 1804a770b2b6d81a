using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;

namespace SocialPolicy.PlanRegistry.Service.Plans;

internal sealed partial class PlanService
{
    [AllowedToAnyCaller]
    public override Task<V1.Plan> GetPlan(V1.GetPlanRequest request, ServerCallContext call)
    {
        var id = PlanName.Parse(request.Name);
        var today = clock.Today();
        return requests.Read(call, connection => request.View is V1.PlanView.Basic
            ? connection.BasicPlan(id, today, call.CancellationToken)
            : connection.FullPlan(id, today, call.CancellationToken));
    }
}
