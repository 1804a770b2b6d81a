using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Wire;

namespace SocialPolicy.PlanRegistry.Service.Matters;

internal sealed partial class MatterService
{
    [AllowedToAnyCaller]
    public override Task<V1.Matter> GetMatter(V1.GetMatterRequest request, ServerCallContext call)
    {
        var id = MatterName.Parse(request.Name);
        var on = request.On.ToDay("on") ?? clock.Today();
        return requests.Read(call, connection => connection.Show(id, on, call.CancellationToken));
    }
}
