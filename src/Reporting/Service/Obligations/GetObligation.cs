using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;

namespace SocialPolicy.Reporting.Service.Obligations;

internal sealed partial class ObligationService
{
    [AllowedToAnyCaller]
    public override Task<V1.Obligation> GetObligation(V1.GetObligationRequest request, ServerCallContext call)
    {
        var id = Names.Obligation.Parse(request.Name);
        return requests.Read(call, async connection =>
            (await Require(connection, [id], call.Caller(), clock.Today(), call.CancellationToken))[0].ToContract(clock.Today()));
    }
}
