using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.PlanRegistry.Service.Amendments;

internal sealed partial class AmendmentService
{
    [AllowedToAnyCaller]
    public override Task<V1.Amendment> GetAmendment(V1.GetAmendmentRequest request, ServerCallContext call)
    {
        var ids = AmendmentName.ParseAll(request.Name);
        return requests.Read(call, connection => connection.AmendmentOf(ids[0], ids[1], call.CancellationToken));
    }
}
