using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Wire;

namespace SocialPolicy.PlanRegistry.Service.Documents;

internal sealed partial class DocumentService
{
    [AllowedToAnyCaller]
    public override Task<V1.FindPathResponse> FindPath(V1.FindPathRequest request, ServerCallContext call)
    {
        var way = request.Kinds.ToWay(request.On.ToDay("on") ?? clock.Today());
        return requests.Read(call, async connection =>
        {
            var from = await connection.RequireDocument(request.From, "from", call.CancellationToken);
            var to = await connection.RequireDocument(request.To, "to", call.CancellationToken);
            var walked = await connection.WalkFrom(from.Id, upward: true, way, call.CancellationToken, target: to.Id);
            var steps = walked.WayTo(to.Id);
            return new V1.FindPathResponse
            {
                Steps = { await connection.Present(steps, way.On, call.CancellationToken) },
                Found = from.Id == to.Id || steps.Count > 0,
            };
        });
    }
}
