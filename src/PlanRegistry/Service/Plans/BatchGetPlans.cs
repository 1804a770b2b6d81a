using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;

namespace SocialPolicy.PlanRegistry.Service.Plans;

internal sealed partial class PlanService
{
    private const int MostNames = 100;

    [AllowedToAnyCaller]
    public override Task<V1.BatchGetPlansResponse> BatchGetPlans(V1.BatchGetPlansRequest request, ServerCallContext call)
    {
        Check.Rule(new BatchesAreSmall(request.Names.Count, MostNames));
        var ids = request.Names.Select(name => PlanName.Parse(name, "names")).ToList();
        var today = clock.Today();

        return requests.Read(call, [.. ids], today, async connection =>
        {
            var plans = await connection.BasicPlans(ids, today, call.CancellationToken);
            Check.All(ids.Select(id => new PlansAreInTheRegister(id, plans.ContainsKey(id))));

            if (request.View is V1.PlanView.Full)
            {
                foreach (var (id, plan) in plans)
                    await connection.Complete(plan, id, today, call.CancellationToken);
            }

            return new V1.BatchGetPlansResponse { Plans = { ids.Select(id => plans[id]) } };
        });
    }
}
