using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.Indicators.Service.Catalogue;

internal sealed partial class IndicatorService
{
    [AllowedToAnyCaller]
    public override Task<V1.Indicator> GetIndicator(V1.GetIndicatorRequest request, ServerCallContext call) =>
        requests.Read(call, async connection => (await connection.RequireIndicator(request.Name, "name", call.CancellationToken)).ToContract());
}
