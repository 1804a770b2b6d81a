using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.Indicators.Domain.Charts;
using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Indicators.Service.Observations;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Figures;

internal sealed partial class FigureService
{
    [AllowedToAnyCaller]
    public override Task<V1.Picture> DrawTarget(V1.DrawTargetRequest request, ServerCallContext call)
    {
        var id = TargetService.TargetName.Parse(request.Target, "target");
        var period = GivenObservation.PeriodOf(request.Period, "period");

        return requests.Read(call, async connection =>
        {
            var ct = call.CancellationToken;
            var target = await connection.DrawnTarget(id, ct);
            Check.Rule(new FiguresAreOfAUnit(request.Unit.Length > 0 || target.UnitId is not null));
            var row = await connection.RequireIndicator(IndicatorService.IndicatorName.Of(target.IndicatorId!.Value), "target", ct);
            var unit = await connection.RequireUnitToRead(request.Unit.Length > 0 ? request.Unit : UnitNames.Pattern.Of(target.UnitId!.Value), "unit", ct);
            var before = period.YearBefore;
            var evidence = await connection.Evidence(
                new([row.Key], [unit], 0, false, before.Year, period.Year, [.. AskedFigures.PeriodsFor(period), .. AskedFigures.PeriodsFor(before)]),
                clock.GetUtcNow().InVietnam(),
                ct);
            var (reader, known) = (new FigureReader(row.ToDomain().Measure), evidence.Of(row.Key, unit));
            var figure = reader.Of(known, period).Said;
            return Pictures.Of(new BulletChart(Pictures.Head(row.ToDomain(), $"{unit.Name}, {PeriodName(period)}"), figure?.Value)
            {
                Estimate = figure?.Estimate ?? false,
                Target = Demanded.By(target.ToDomain())?.Level.Value,
                Before = reader.Of(known, before).Said?.Value,
            }.ToSvg());
        });
    }

    private static string PeriodName(ObservedPeriod period) => period.Reporting?.NameVi ?? $"ngày {period.LastDay:dd/MM/yyyy}";
}
