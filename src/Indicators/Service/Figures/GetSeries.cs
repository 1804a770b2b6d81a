using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.Indicators.Service.Ratings;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Figures;

internal sealed partial class FigureService
{
    [AllowedToAnyCaller]
    public override Task<V1.Series> GetSeries(V1.GetSeriesRequest request, ServerCallContext call) =>
        requests.Read(call, async connection =>
        {
            var read = await SeriesRead.Of(connection, request, clock.GetUtcNow().InVietnam(), call.CancellationToken);
            var ratings = await connection.RatingsOf(read.Targets.Select(target => target.Id), call.CancellationToken);
            return read.ToContract(
                target => target.ToContract(ratings.Standing(target, settings)),
                isOfYears: request.Kind is V1.PeriodKind.Unspecified or V1.PeriodKind.Year,
                request.ShowEstimates);
        });
}
