using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>The values of an indicator year by year, with the way to its target (biểu đồ đường).</summary>
/// <param name="Head">Title, unit and note.</param>
/// <param name="Series">In any order, one of each year. Years between without a value break the line.</param>
public sealed record LineChart(ChartHead Head, IReadOnlyList<ChartPoint> Series)
{
    /// <summary>Where the way to the target begins; null when nobody knows.</summary>
    public YearValue? Baseline { get; init; }

    /// <summary>What is demanded on the way, in any order.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>What is demanded in the end; null for a series without a target.</summary>
    public YearValue? Target { get; init; }

    /// <summary>What a trend says of a year behind the series; null for none.</summary>
    public YearValue? Forecast { get; init; }

    /// <summary>The picture, as a document of its own or to be put into a page.</summary>
    public string ToSvg() => new LineDrawing(this).ToSvg();
}

/// <summary>A value of a series.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Value">Null when there is none.</param>
/// <param name="Estimate">Whether it is only expected of a year that has not closed (ước thực hiện).</param>
public sealed record ChartPoint(int Year, decimal? Value, bool Estimate = false);
