using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.PlanRegistry.Service.Directory;

internal sealed partial class DirectoryService
{
    [AllowedToAnyCaller]
    public override Task<V1.Agency> GetAgency(V1.GetAgencyRequest request, ServerCallContext call) =>
        requests.Read(call, async connection => (await connection.RequireAgency(request.Name, "name", call.CancellationToken)).ToContract());
}
