using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.Domain.Figures;

/// <summary>The figures of an indicator in a unit, period by period (chuỗi số liệu).</summary>
/// <param name="Points">In order of time.</param>
public sealed record Series(IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>Reads a figure for each period and marks where the way of counting changed.</summary>
    public static Series Of(FigureReader reader, Evidence evidence, IEnumerable<ObservedPeriod> periods, IEnumerable<Definition> definitions)
    {
        var versions = Definition.InForce(definitions);
        var points = new List<SeriesPoint>();
        foreach (var period in periods)
        {
            var version = versions.LastOrDefault(definition => !(definition.ValidFrom > period.LastDay));
            var since = points.Count > 0 ? points[^1].Period.LastDay : DateOnly.MaxValue;
            var breaks = versions.Any(definition => definition.BreaksSeries && definition.ValidFrom > since && definition.ValidFrom <= period.LastDay);
            points.Add(new(period, reader.Of(evidence, period), reader.Expected(evidence, period), version?.Number ?? 0, breaks));
        }
        return new(points);
    }

    /// <summary>The values of years that can be compared: those since the last break. Nothing of a series of shorter periods.</summary>
    public IReadOnlyList<YearValue> Comparable =>
    [
        .. Points.Skip(Math.Max(0, Points.ToList().FindLastIndex(point => point.BreaksSeries)))
            .Where(point => point.Period.Months == 12 && point.Figure.Said?.Value is not null)
            .Select(point => new YearValue(point.Period.Year, point.Figure.Said!.Value!.Value)),
    ];
}

/// <summary>A period of a series.</summary>
/// <param name="Period">The period.</param>
/// <param name="Figure">Its figure, or why there is none.</param>
/// <param name="Expected">What is expected of it; null when nobody said.</param>
/// <param name="Definition">The version of the definition at its end; 0 when nobody defined it.</param>
/// <param name="BreaksSeries">It cannot be compared with those before.</param>
public sealed record SeriesPoint(ObservedPeriod Period, Finding<Figure> Figure, Figure? Expected, int Definition, bool BreaksSeries);
