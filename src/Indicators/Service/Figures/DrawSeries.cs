using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.Indicators.Domain.Charts;
using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Statistics;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Figures;

internal sealed partial class FigureService
{
    [AllowedToAnyCaller]
    public override Task<V1.Picture> DrawSeries(V1.DrawSeriesRequest request, ServerCallContext call)
    {
        var asked = request.Series ?? new();
        Check.Rule(new LinesAreDrawnOverYears(asked.Kind is V1.PeriodKind.Unspecified or V1.PeriodKind.Year));
        Guid? target = request.Target.Length == 0 ? null : TargetService.TargetName.Parse(request.Target, "target");

        return requests.Read(call, async connection =>
        {
            var read = await SeriesRead.Of(connection, asked, clock.GetUtcNow().InVietnam(), call.CancellationToken);
            Check.Rule(new TargetsAreOfTheSeries(request.Target, target is null || read.Targets.Any(other => other.Id == target)));
            return Pictures.Of(Line(read, target).ToSvg());
        });
    }

    private static LineChart Line(SeriesRead read, Guid? target)
    {
        var values = read.Series.Comparable;
        var newest = values.Count > 0 ? values.Max(value => value.Year) : 0;
        var ways = read.Targets.Where(other => target is null || other.Id == target).Select(read.Way).OfType<(Demanded Demanded, IReadOnlyList<Domain.Ratings.Milestone> Milestones)>().ToList();
        var isAhead = ways.Exists(way => way.Demanded.Level.Year > newest);
        var shown = isAhead ? ways.Find(way => way.Demanded.Level.Year > newest) : ways.LastOrDefault();
        var ahead = shown.Demanded is { Level.Year: var due } && due > newest ? due : newest + 1;
        var forecast = Trend.Of(values).Said?.For(ahead, read.Indicator.Least, read.Indicator.Most);
        return new(Pictures.Head(read.Indicator, read.Unit.Name), [.. read.Series.Points.Select(PointOf)])
        {
            Target = shown.Demanded?.Level,
            Milestones = shown.Milestones ?? [],
            Forecast = forecast is null ? null : new(forecast.Year, forecast.Value),
        };
    }

    private static ChartPoint PointOf(SeriesPoint point) => new(point.Period.Year, point.Figure.Said?.Value, point.Figure.Said?.Estimate ?? false);
}
