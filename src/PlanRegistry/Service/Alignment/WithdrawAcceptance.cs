using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.Domain.Alignment.Rules;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Alignment;

internal sealed partial class AlignmentService
{
    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.FindingAcceptance> WithdrawAcceptance(V1.WithdrawAcceptanceRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var ids = AcceptanceName.ParseAll(request.Name);
            var reason = Reason(request.Reason);

            await work.MustKeep(ids[0]);
            await work.HoldFindings(ids[0]);
            var acceptance = await work.FindAcceptance(ids[0], ids[1]);
            Check.Rule(new AcceptancesAreKnown(request.Name, acceptance is not null));
            Check.Rule(new AcceptancesAreWithdrawnOnce(acceptance!.WithdrawnAt is not null));

            await work.Withdraw(acceptance.Id, reason);
            work.Audit(request.Name);
            return (await work.FindAcceptance(ids[0], ids[1]))!.ToContract();
        });
}
