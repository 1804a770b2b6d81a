using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Statistics;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Figures;

/// <summary>The level that a target demands of its indicator by the end of a year.</summary>
/// <param name="Level">The level and the year.</param>
/// <param name="LessIsBetter">Whether the value is to fall.</param>
public sealed record Demanded(YearValue Level, bool LessIsBetter)
{
    /// <summary>Null for a state to reach, for a change, for a range without a better end, and without a year.</summary>
    public static Demanded? By(TargetInForce target)
    {
        if (target is not { Comparator: { } comparator and not "achieve", Value: { } value, Year: { } year } || Change.IsDemandedBy(target))
            return null;
        var demand = new Demand(comparator, value, target.ValueMax, target.Direction, new());
        return demand.Goal is { } goal ? new(new(year, goal), demand.Down) : null;
    }
}
