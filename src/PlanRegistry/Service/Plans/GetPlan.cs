using Grpc.Core;
using Npgsql;
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
        var basic = request.View is V1.PlanView.Basic;
        return requests.Read(call, connection => basic || asked is (null, null)
            ? published.Show(connection, call.Caller(), id, basic, today, call.CancellationToken)
            : ThePast(connection));

        async Task<V1.Plan> ThePast(NpgsqlConnection connection)
        {
            await connection.MustSee(call.Caller(), [id], today, call.CancellationToken);
            return await connection.FullPlan(id, today, call.CancellationToken, new Moment(asked.On ?? today, asked.KnownAt));
        }
    }
}
