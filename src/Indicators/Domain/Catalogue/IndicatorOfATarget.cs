using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Catalogue;

/// <summary>Makes the indicator of a target that none in the catalogue fits.</summary>
public static class IndicatorOfATarget
{
    /// <summary>Of all that came from plans, until a person says better.</summary>
    public const string Theme = "plan";

    private const decimal Hundred = 100;
    private const int LongestName = 500;

    private static readonly (string Ending, decimal Scale)[] Denominators = [("/1.000", 1_000), ("/10.000", 10_000), ("/100.000", 100_000)];

    /// <param name="target">As its plan states it.</param>
    /// <param name="id">Of the new indicator.</param>
    /// <param name="isTaken">Whether a code is another one's.</param>
    public static Indicator Make(TargetInForce target, Guid id, Func<string, bool> isTaken)
    {
        var measure = MeasureOf(target);
        var isShare = measure.Unit == "%";
        return new()
        {
            Id = id,
            Code = IndicatorCode.Of(IndicatorMatcher.WordsOf(target), isTaken),
            Name = target.Indicator.Shortened(LongestName),
            Measure = measure,
            Direction = target.Direction is { } way ? Words.Read<Tendency>(way) : null,
            Population = target.Population ?? "",
            Least = measure.Kind is IndicatorKind.Number ? 0 : null,
            Most = isShare && !DemandsMoreThanWhole(target) ? Hundred : null,
            Theme = Theme,
            Origin = Origin.Plan,
        };
    }

    // What is given by numerator and denominator is weighted by them; counts are of what there is when a period ends.
    private static Measure MeasureOf(TargetInForce target)
    {
        if (target.Comparator == "achieve")
            return Measure.Judgement;
        var unit = UnitOf(target);
        return ScaleOf(unit) is { } scale
            ? new(IndicatorKind.Number, unit, scale, OverUnits.Weighted, OverTime.Last)
            : new(IndicatorKind.Number, unit, null, OverUnits.Sum, OverTime.Last);
    }

    private static string UnitOf(TargetInForce target) => target.Unit switch
    {
        null => "",
        _ when !Change.IsDemandedBy(target) => target.Unit,
        ['đ', 'i', 'ể', 'm', ' ', '%', ..] => "%",
        ['%', ..] or "lần" => "",
        _ => target.Unit.Split("/năm")[0],
    };

    private static decimal? ScaleOf(string unit) => unit == "%"
        ? Hundred
        : Denominators.Where(pair => (unit + " ").Contains(pair.Ending + " ", StringComparison.Ordinal)).Select(pair => (decimal?)pair.Scale).FirstOrDefault();

    private static bool DemandsMoreThanWhole(TargetInForce target) =>
        !Change.IsDemandedBy(target) && (target.Value > Hundred || target.ValueMax > Hundred || (target.Value == Hundred && target.Comparator is "gt"));
}
