using SocialPolicy.Cli.Output;
using SocialPolicy.Indicators.V1;
using Spectre.Console;
using static SocialPolicy.Indicators.V1.Figure.Types;

namespace SocialPolicy.Cli.Indicators;

/// <summary>Figures as people read them.</summary>
internal static class FigureSheet
{
    public static void Write(IAnsiConsole console, Series series)
    {
        console.WriteLine($"{series.DisplayName}, {series.UnitDisplayName}{In(series.MeasureUnit)}");
        console.Write(["Period", "Value", "Rests on", "Expected", ""], [.. series.Points.Select(Row)], "No periods.");
        foreach (var found in series.Breaks)
            console.WriteLine($"Not comparable with what was before {found.FromDate.Year:0000}-{found.FromDate.Month:00}-{found.FromDate.Day:00}: {found.Reason}");
        console.Write(["Year", "Demand", "Each year needs", "A year gave", "Goes on to", ""], [.. series.Demands.Select(Row)], "No target asks for it.");
        if (series.Trend is { } trend)
            console.WriteLine($"Trend {trend.FromYear} to {trend.ToYear}: {trend.PerYear} a year; {string.Join(", ", trend.Forecasts.Select(said => $"{said.Value} in {said.Year}"))}.");
        else if (series.NoTrend is { } none)
            console.WriteLine($"No trend: {none.Explanation}");
    }

    public static void Write(IAnsiConsole console, Comparison comparison)
    {
        console.WriteLine($"{comparison.DisplayName}, {comparison.Period}{In(comparison.MeasureUnit)}");
        console.Write(["Rank", "Unit", "Value", "Quarter", "Rests on", ""], [.. comparison.Rows.Select(Row)], "No units.");
        if (comparison.Median.Length > 0)
            console.WriteLine($"{comparison.GivenCount} of {comparison.Rows.Count} units; quarters end at {comparison.LowerQuartile}, {comparison.Median} and {comparison.UpperQuartile}.");
    }

    public static void Write(IAnsiConsole console, IReadOnlyCollection<ListMissingResponse.Types.Row> rows)
    {
        console.Write(["Code", "Unit", "Indicator", "Why"], [.. rows.Select(row => new[] { row.Code, row.DisplayName, row.IndicatorDisplayName, row.Missing.Explanation })], "Nothing is missing.");
        if (rows.Count > 0)
            console.WriteLine($"{rows.Count} missing.");
    }

    /// <summary>The value, or the judgement; what is only expected has a mark.</summary>
    public static string ValueOf(Figure? figure) => figure switch
    {
        null => "–",
        { HasAchieved: true } => Marked(figure.Achieved ? "achieved" : "not achieved", figure),
        _ => Marked(figure.Value, figure),
    };

    /// <summary>What it rests on, and how much of that there is.</summary>
    public static string BasisOf(Figure? figure) => figure?.Basis switch
    {
        Basis.Observed when figure.UnitCount > 1 => $"observed, 1 of {figure.UnitCount} units",
        Basis.Observed => "observed",
        Basis.RolledUp => $"{figure.GivenCount} of {figure.UnitCount} units",
        Basis.Accumulated => figure.PeriodCount == 1 ? "the last of its periods" : $"{figure.PeriodCount} periods",
        _ => "",
    };

    private static string Marked(string value, Figure figure) => figure.Estimate ? $"{value} (expected)" : value;

    private static string In(string unit) => unit.Length > 0 ? $" ({unit})" : "";

    private static string[] Row(Series.Types.Point point) =>
    [
        point.BreaksSeries ? $"{point.Period} *" : point.Period,
        ValueOf(point.Figure),
        BasisOf(point.Figure),
        point.Estimate?.Value ?? "",
        point.Missing?.Explanation ?? "",
    ];

    private static string[] Row(Series.Types.Demand demand) =>
    [
        demand.Target.Year is 0 ? "–" : $"{demand.Target.Year}",
        Plans.Wording.Demand(demand.Target.Threshold),
        demand.Pace?.NeededPerYear ?? "",
        demand.Pace?.SoFarPerYear ?? "",
        demand.Pace?.Expected ?? "",
        demand.Pace is { HasEnough: true } pace ? pace.Enough ? "gets there" : "does not get there" : demand.NoPace?.Explanation ?? "",
    ];

    private static string[] Row(Comparison.Types.Row row) =>
    [
        row.Rank == 0 ? "–" : $"{row.Rank}",
        row.DisplayName,
        ValueOf(row.Figure),
        row.Quarter == 0 ? "" : $"{row.Quarter}",
        BasisOf(row.Figure),
        row.Missing?.Explanation ?? (row.Outlier ? "far from the others" : ""),
    ];
}
