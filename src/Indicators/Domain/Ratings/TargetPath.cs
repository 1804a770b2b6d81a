using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Statistics;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>What is demanded of the same indicator earlier in the same plan (mục tiêu trung gian).</summary>
public sealed record Milestone(int Year, decimal Value);

/// <summary>
/// What the way to a target is known by, for the indicators whose values are levels: what is summed up over a year has no level
/// within it, so that a part of a year is given none.
/// </summary>
/// <param name="Baseline">Where the way begins; null when nobody knows.</param>
/// <param name="Milestones">In any order.</param>
public sealed record Waypoints(YearValue? Baseline, IReadOnlyList<Milestone> Milestones)
{
    /// <summary>What the same plan demands earlier, in the same words of the same indicator and unit, is on the way to a target.</summary>
    /// <param name="target">Where it leads.</param>
    /// <param name="others">Targets of its plan, indicator and unit.</param>
    /// <param name="baseline">Where it begins; null when nobody knows.</param>
    public static Waypoints Of(TargetInForce target, IEnumerable<TargetInForce> others, YearValue? baseline) => new(
        baseline,
        [
            .. others.Where(other => other.Id != target.Id && other.Section == "targets" && other.Year < target.Year && WordsOf(other) == WordsOf(target))
                .Select(other => (other.Year, Value: DemandedBy(other)))
                .Where(demanded => demanded.Value is not null)
                .DistinctBy(demanded => demanded.Year).OrderBy(demanded => demanded.Year)
                .Select(demanded => new Milestone(demanded.Year!.Value, demanded.Value!.Value)),
        ]);

    // A level and a change are nothing to each other, and neither are the same of different people or places.
    private static (string? Change, bool PerYear, string? Unit, string? Population, string? Geography) WordsOf(TargetInForce target) =>
        (Change.IsDemandedBy(target) ? target.Comparator : null, target.PerYear, target.Unit, target.Population, target.Geography);

    private static decimal? DemandedBy(TargetInForce target) => target switch
    {
        { Comparator: null or "achieve" } or { Value: null } => null,
        _ when Change.IsDemandedBy(target) => target.Value,
        _ => new Demand(target.Comparator, target.Value.Value, target.ValueMax, target.Direction, new()).Goal,
    };
}

/// <summary>The way to a target (lộ trình): straight lines from its baseline over the milestones to the target itself, each at the end of its year.</summary>
public sealed record TargetPath
{
    private const int Months = 12;
    private const int Decimals = 4;

    private TargetPath(IReadOnlyList<YearValue> points) => Points = points;

    /// <summary>In order of years, at least two.</summary>
    public IReadOnlyList<YearValue> Points { get; }

    /// <summary>How far it is from the beginning to the target.</summary>
    public decimal Way => Points[^1].Value - Points[0].Value;

    /// <summary>Null when there is nothing before the target's year. What lies in that year or later is no part of the way.</summary>
    public static TargetPath? To(YearValue target, Waypoints way)
    {
        var milestones = way.Milestones.Where(milestone => milestone.Year < target.Year && !(milestone.Year <= way.Baseline?.Year))
            .DistinctBy(milestone => milestone.Year).OrderBy(milestone => milestone.Year).Select(milestone => new YearValue(milestone.Year, milestone.Value));
        IReadOnlyList<YearValue> points = [.. way.Baseline is { } baseline && baseline.Year < target.Year ? [baseline] : Array.Empty<YearValue>(), .. milestones, target];
        return points.Count > 1 ? new(points) : null;
    }

    /// <summary>Where the path is at the end of a period, four decimals; null before it begins and behind the target.</summary>
    public decimal? At(ReportingPeriod period)
    {
        var time = period.Year - 1 + (decimal)period.LastMonth / Months;
        for (var leg = 1; leg < Points.Count; leg++)
        {
            var (from, to) = (Points[leg - 1], Points[leg]);
            if (time >= from.Year && time <= to.Year)
                return Math.Round(from.Value + (to.Value - from.Value) * (time - from.Year) / (to.Year - from.Year), Decimals, MidpointRounding.AwayFromZero);
        }
        return null;
    }
}
