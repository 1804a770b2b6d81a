using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Amendments.Rules;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Amendments;

internal sealed partial class AmendmentService
{
    [AllowedToAnyCaller]
    public override Task<V1.ProposeAmendmentResponse> ProposeAmendment(V1.ProposeAmendmentRequest request, ServerCallContext call)
    {
        var plan = PlanService.PlanName.Parse(request.Plan, "plan");
        var amending = PlanService.PlanName.Parse(request.AmendingPlan, "amending_plan");
        Check.Rule(new PlansAreAmendedByOthers(plan, amending));
        var moment = new Moment(request.EffectiveOn.ToDay("effective_on") ?? clock.Today(), null);
        return requests.Read(call, [plan, amending], clock.Today(), async connection =>
        {
            var states = await connection.StatesOf([plan, amending], call.CancellationToken);
            foreach (var id in (Guid[])[plan, amending])
                Check.Rule(new PlansAreInTheRegister(id, states.ContainsKey(id)));
            Check.Rule(new OnlyPublishedPlansAreAmended(states[plan]));
            Check.Rule(new OnlyConfirmedPlansAmend(states[amending]));

            var proposed = Proposal.Of(
                await connection.ContentOf(plan, call.CancellationToken, moment), await connection.ContentOf(amending, call.CancellationToken), request.RestatesThePlan);
            return new V1.ProposeAmendmentResponse
            {
                ItemChanges = { proposed.Select(one => one.ToCorrection(plan)) },
                Changes = { proposed.Select(one => one.Change.ToContract(plan)) },
            };
        });
    }
}
