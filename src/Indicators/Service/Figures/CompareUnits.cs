using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.Indicators.Domain.Statistics;
using SocialPolicy.Indicators.Service.Catalogue;

namespace SocialPolicy.Indicators.Service.Figures;

internal sealed partial class FigureService
{
    [AllowedToAnyCaller]
    public override Task<V1.Comparison> CompareUnits(V1.CompareUnitsRequest request, ServerCallContext call) =>
        requests.Read(call, async connection => Compared(await ComparisonRead.Of(connection, request, clock.GetUtcNow().InVietnam(), call.CancellationToken)));

    private static V1.Comparison Compared(ComparisonRead read)
    {
        var values = read.Values;
        var ranking = Ranking.Of(values, read.LessIsBetter);
        var far = Outliers.Of(values).Said?.Found.Select(score => score.Unit).ToHashSet(StringComparer.Ordinal) ?? [];
        var rows = read.Units.ToDictionary(unit => unit.Unit.ResourceName, unit => RowOf(unit.Unit, unit.Figure), StringComparer.Ordinal);
        foreach (var place in ranking.Places)
        {
            var row = rows[place.Unit];
            (row.Rank, row.Tied, row.Quarter, row.Outlier) = (place.Rank, place.Tied, place.Quarter, far.Contains(place.Unit));
        }

        return new()
        {
            Indicator = IndicatorService.IndicatorName.Of(read.Indicator.Id),
            DisplayName = read.Indicator.Name,
            MeasureUnit = read.Indicator.Measure.Unit,
            Period = read.Period.ToString(),
            LessIsBetter = read.LessIsBetter,
            Rows = { ranking.Places.Select(place => rows[place.Unit]), read.Units.Select(unit => rows[unit.Unit.ResourceName]).Where(row => row.Rank == 0) },
            LowerQuartile = FigureMapping.Written(ranking.Quartiles?.Lower),
            Median = FigureMapping.Written(ranking.Quartiles?.Median),
            UpperQuartile = FigureMapping.Written(ranking.Quartiles?.Upper),
            GivenCount = read.Units.Count(unit => unit.Figure.Said is not null),
        };
    }

    private static V1.Comparison.Types.Row RowOf(UnitToRead unit, Finding<Domain.Figures.Figure> figure) => new()
    {
        Unit = unit.ResourceName,
        Code = unit.Code,
        DisplayName = unit.Name,
        Figure = figure.Said?.ToContract(),
        Missing = figure.Refused?.ToContract(),
    };
}
