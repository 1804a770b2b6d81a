using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.Indicators.Domain.Charts;
using SocialPolicy.Indicators.Service.Observations;

namespace SocialPolicy.Indicators.Service.Figures;

internal sealed partial class FigureService
{
    [AllowedToAnyCaller]
    public override Task<V1.Picture> DrawComparison(V1.DrawComparisonRequest request, ServerCallContext call) =>
        requests.Read(call, async connection =>
        {
            var ct = call.CancellationToken;
            var read = await ComparisonRead.Of(connection, request.Comparison ?? new(), clock.GetUtcNow().InVietnam(), ct);
            var own = request.Unit.Length == 0 ? null : await connection.RequireUnit(request.Unit, "unit", ct);
            return Pictures.Of(new BarChart(
                Pictures.Head(read.Indicator, PeriodName(read.Period)),
                [.. read.Units.Select(unit => new UnitBar(unit.Unit.Name, unit.Figure.Said?.Value, unit.Unit.Id == own?.Id))],
                read.LessIsBetter).ToSvg());
        });
}
