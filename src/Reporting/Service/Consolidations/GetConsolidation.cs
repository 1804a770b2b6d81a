using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.Reporting.Service.Consolidations;

internal sealed partial class ConsolidationService
{
    [AllowedToAnyCaller]
    public override Task<V1.Consolidation> GetConsolidation(V1.GetConsolidationRequest request, ServerCallContext call)
    {
        var id = Names.Consolidation.Parse(request.Name);
        return requests.Read(call, connection => Show(connection, id, call.CancellationToken));
    }
}
