using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.PlanRegistry.Service.Successions;

internal sealed partial class SuccessionService
{
    [AllowedToAnyCaller]
    public override Task<V1.Succession> GetSuccession(V1.GetSuccessionRequest request, ServerCallContext call)
    {
        var id = SuccessionName.Parse(request.Name);
        return requests.Read(call, connection => connection.ShowSuccession(id, call.CancellationToken));
    }
}
