using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Statistics;
using SocialPolicy.Indicators.Service.Catalogue;
using static SocialPolicy.Indicators.Service.Figures.FigureMapping;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>Series in the words of the contract.</summary>
internal static class SeriesMapping
{
    private static readonly Refusal NotALevel = new("NOT_A_LEVEL", new(
        "The target demands no level of the indicator by the end of a year.",
        "Chỉ tiêu không đặt ra một mức cần đạt vào cuối năm."));

    /// <param name="read">The series.</param>
    /// <param name="standing">A target with how it stands.</param>
    /// <param name="isOfYears">Whether its periods are years.</param>
    /// <param name="showEstimates">What is expected of each period too.</param>
    public static V1.Series ToContract(this SeriesRead read, Func<Targets.TargetRow, V1.Target> standing, bool isOfYears, bool showEstimates)
    {
        var series = new V1.Series
        {
            Indicator = IndicatorService.IndicatorName.Of(read.Indicator.Id),
            DisplayName = read.Indicator.Name,
            MeasureUnit = read.Indicator.Measure.Unit,
            Unit = read.Unit.ResourceName,
            UnitDisplayName = read.Unit.Name,
            Points = { read.Series.Points.Select(point => ToContract(point, showEstimates)) },
            Breaks = { read.Breaks().Select(ToContract) },
        };
        var values = read.Series.Comparable;
        series.Demands.AddRange(read.Targets.Select(target => DemandOf(read, target, standing(target), values, isOfYears)));
        if (isOfYears)
            (series.Trend, series.NoTrend) = Trending(read, values);
        return series;
    }

    // Those within the series: a change before its first period is none of it.
    private static IEnumerable<Definition> Breaks(this SeriesRead read) => Definition.InForce(read.Indicator.Definitions)
        .Where(version => version.BreaksSeries && version.ValidFrom > read.Series.Points[0].Period.LastDay && version.ValidFrom <= read.Series.Points[^1].Period.LastDay);

    private static V1.Series.Types.Break ToContract(Definition version) =>
        new() { FromDate = version.ValidFrom!.Value.ToContract(), Definition = version.Number, Reason = version.Reason };

    private static V1.Series.Types.Point ToContract(SeriesPoint point, bool showEstimates) => new()
    {
        Period = point.Period.ToString(),
        Figure = point.Figure.Said?.ToContract(),
        Missing = point.Figure.Refused?.ToContract(),
        Estimate = showEstimates ? point.Expected?.ToContract() : null,
        Definition = point.Definition,
        BreaksSeries = point.BreaksSeries,
    };

    private static V1.Series.Types.Demand DemandOf(
        SeriesRead read, Targets.TargetRow target, V1.Target shown, IReadOnlyList<YearValue> values, bool isOfYears)
    {
        var demand = new V1.Series.Types.Demand { Target = shown };
        var way = read.Way(target);
        if (way is { } known)
            demand.Milestones.AddRange(known.Milestones.Select(point => new V1.Series.Types.Milestone { Year = point.Year, Value = Written(point.Value) }));
        if (!isOfYears)
            return demand;
        Finding<Pace> pace = way is { } to ? Pace.Of(values, to.Demanded.Level, to.Demanded.LessIsBetter) : NotALevel;
        (demand.Pace, demand.NoPace) = (pace.Said is { } said ? ToContract(said) : null, pace.Refused?.ToContract());
        return demand;
    }

    private static V1.Series.Types.Pace ToContract(Pace pace)
    {
        var contract = new V1.Series.Types.Pace
        {
            YearsLeft = pace.YearsLeft,
            Missing = Written(pace.Missing),
            NeededPerYear = Written(pace.NeededPerYear),
            SoFarPerYear = Written(pace.SoFarPerYear),
            Expected = Written(pace.Expected),
        };
        if (pace.Enough is { } enough)
            contract.Enough = enough;
        return contract;
    }

    private static (V1.Series.Types.Trend?, V1.NoFigure?) Trending(SeriesRead read, IReadOnlyList<YearValue> values)
    {
        var found = Trend.Of(values);
        if (found.Said is not { } trend)
            return (null, found.Refused!.ToContract());
        return (new V1.Series.Types.Trend
        {
            PerYear = Written(trend.PerYear),
            Fit = trend.Fit,
            FromYear = trend.From,
            ToYear = trend.To,
            ValueCount = trend.Count,
            Forecasts =
            {
                read.YearsAhead(trend).Select(year => trend.For(year, read.Indicator.Least, read.Indicator.Most)).Select(said =>
                    new V1.Series.Types.Forecast { Year = said.Year, Value = Written(said.Value), AtTheEnd = said.AtTheEnd }),
            },
        }, null);
    }

    private static IEnumerable<int> YearsAhead(this SeriesRead read, Trend trend) =>
        read.Targets.Select(target => target.Year).OfType<int>().Where(year => year > trend.To).Distinct().Order().DefaultIfEmpty(trend.To + 1);
}
