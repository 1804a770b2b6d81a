using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>
/// How far the level of an indicator has moved. Counted in the words of the target's unit: "lần" is a quotient, "%" is relative to
/// the baseline, everything else is the difference ("điểm %": of percentage points).
/// </summary>
public static class Change
{
    private const int Decimals = 10;

    public static bool IsDemandedBy(TargetInForce target) => target.Comparator is "decrease_by" or "increase_by";

    /// <summary>Null when the baseline is no number to divide by.</summary>
    public static decimal? Between(TargetInForce target, decimal baseline, decimal value)
    {
        var decrease = target.Comparator == "decrease_by";
        var gain = decrease ? baseline - value : value - baseline;
        var amount = target.Unit switch
        {
            "lần" => decrease ? Demand.Quotient(baseline, value) : Demand.Quotient(value, baseline),
            ['%', ..] => Demand.Quotient(gain, baseline) * 100,
            _ => gain,
        };
        return amount is { } counted ? Math.Round(counted, Decimals, MidpointRounding.AwayFromZero) : null;
    }

    /// <summary>
    /// What the change of a value is counted from: for a change of each year the same period a year before, else the earliest
    /// value of the same period of a year.
    /// </summary>
    /// <param name="target">Whose change it is.</param>
    /// <param name="period">The period of the value.</param>
    /// <param name="levels">Current values of the same target and agency: what others measured is another territory's.</param>
    public static Level? BaselineOf(TargetInForce target, ReportingPeriod period, IEnumerable<Level> levels)
    {
        var earlier = levels.Where(level => level.Period.Year < period.Year && level.Period with { Year = period.Year } == period);
        return target.PerYear
            ? earlier.FirstOrDefault(level => level.Period == period.YearBefore)
            : earlier.MinBy(level => level.Period.Year);
    }
}
