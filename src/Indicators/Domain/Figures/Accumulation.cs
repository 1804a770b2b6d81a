using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.Domain.Figures;

/// <summary>
/// The figure of a long period from those of the periods in it (cộng dồn), the longest that are all there. What stands at the end of
/// a period needs the last of them alone.
/// </summary>
internal static class Accumulation
{
    /// <summary>Null when there are no shorter figures at all, or they say nothing of a longer period.</summary>
    public static Finding<Figure>? Of(Measure measure, ObservedPeriod period, Func<ObservedPeriod, Figure?> figureOf)
    {
        if (measure.OverTime is OverTime.None)
            return null;
        Refusal? missing = null;
        foreach (var parts in PeriodsWithin.Of(period))
        {
            IReadOnlyList<Figure> there = [.. parts.Select(figureOf).OfType<Figure>()];
            if (there.Count == 0)
                continue;
            if (IsEnough(measure, parts, there))
                return Add(measure, period, there) is { } figure ? figure : Gaps.WithoutDenominators;
            missing ??= Gaps.OfPeriods(there.Count, parts);
        }
        return missing is null ? null : (Finding<Figure>)missing;
    }

    private static bool IsEnough(Measure measure, IReadOnlyList<ObservedPeriod> parts, IReadOnlyList<Figure> there) =>
        measure.OverTime is OverTime.Last ? there[^1].Period == parts[^1] : there.Count == parts.Count;

    private static Figure? Add(Measure measure, ObservedPeriod period, IReadOnlyList<Figure> parts)
    {
        var last = parts[^1];
        var added = parts.Aggregate(Sums.None, (all, part) => all + part.Sums);
        if (measure.OverTime is OverTime.Last)
            return last with { Period = period, Basis = FigureBasis.Accumulated, Own = null, Periods = 1 };
        decimal? value = measure.OverTime switch
        {
            OverTime.Sum => parts.Sum(part => part.Value),
            OverTime.Average => Sums.Rounded(parts.Average(part => part.Value)!.Value),
            _ => added.Rate(measure.Scale),
        };
        return value is null ? null : new(period, value, FigureBasis.Accumulated, parts.MinBy(part => part.Coverage.Share)!.Coverage) { Sums = added, Periods = parts.Count };
    }
}
