using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.PlanRegistry.Service.Directory;

internal sealed partial class DirectoryService
{
    [AllowedToAnyCaller]
    public override Task<V1.Unit> GetUnit(V1.GetUnitRequest request, ServerCallContext call) =>
        requests.Read(call, async connection => (await connection.RequireUnit(request.Name, "name", call.CancellationToken)).ToContract());
}
