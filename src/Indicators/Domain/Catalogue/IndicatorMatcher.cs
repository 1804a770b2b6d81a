using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Catalogue;

/// <summary>Finds the indicator that a target asks for: one of its name, of its kind and unit, and of those it is about.</summary>
public static class IndicatorMatcher
{
    // A word or two that a plan left of a sentence say too little for another plan to mean the same.
    private const int FewestWords = 3;

    /// <summary>Null when none fits. Of several, one of exactly those people comes first, then what came first into the catalogue.</summary>
    /// <param name="target">As its plan states it.</param>
    /// <param name="indicators">In the order in which they came into the catalogue; those that cannot fit may be left out.</param>
    public static Indicator? Find(TargetInForce target, IEnumerable<Indicator> indicators)
    {
        var words = WordsOf(target);
        return indicators
            .Where(indicator => indicator.Origin is not Origin.Plan || words.Split(' ').Length >= FewestWords)
            .Where(indicator => indicator.RetiredAt is null && IsOfTheKind(target, indicator) && IsOfTheUnit(target, indicator))
            .Select(indicator => (Indicator: indicator, Fit: FitOf(target, words, indicator)))
            .Where(pair => pair.Fit is not Fit.None)
            .OrderByDescending(pair => pair.Fit)
            .FirstOrDefault().Indicator;
    }

    /// <summary>The words by which indicators are looked up for it.</summary>
    public static string WordsOf(TargetInForce target) =>
        Change.IsDemandedBy(target) ? IndicatorWords.OfLevel(target.Indicator) : IndicatorWords.Of(target.Indicator);

    /// <summary>The words of all its names.</summary>
    public static IEnumerable<string> WordsOf(Indicator indicator) =>
        indicator.Aliases.Select(alias => alias.Name).Prepend(indicator.Name).Select(IndicatorWords.Of).Distinct();

    /// <summary>A judgement is asked of a judgement. A demand that was not understood may be for either.</summary>
    public static bool IsOfTheKind(TargetInForce target, Indicator indicator) => target.Comparator switch
    {
        null => true,
        "achieve" => indicator.Measure.Kind is IndicatorKind.Judgement,
        _ => indicator.Measure.Kind is IndicatorKind.Number,
    };

    /// <summary>The unit of a change tells that of the level only when it counts percentage points or the same things.</summary>
    public static bool IsOfTheUnit(TargetInForce target, Indicator indicator) => target.Unit switch
    {
        null or "" => true,
        _ when !Change.IsDemandedBy(target) => SameUnit(target.Unit, indicator.Measure.Unit),
        ['đ', 'i', 'ể', 'm', ' ', '%', ..] => indicator.Measure.Unit == "%",
        ['%', ..] or "lần" => true,
        _ => SameUnit(target.Unit.Split("/năm")[0], indicator.Measure.Unit),
    };

    private static Fit FitOf(TargetInForce target, string words, Indicator indicator)
    {
        var named = new Alias(indicator.Name);
        return indicator.Aliases.Prepend(named)
            .Where(alias => IndicatorWords.Of(alias.Name) == words)
            .Select(alias => FitOf(target, alias, indicator))
            .DefaultIfEmpty(Fit.None)
            .Max();
    }

    private static Fit FitOf(TargetInForce target, Alias alias, Indicator indicator)
    {
        if (alias.Geography is { } where && IndicatorWords.Of(where) != IndicatorWords.Of(target.Geography ?? ""))
            return Fit.None;
        if (string.IsNullOrWhiteSpace(target.Population))
            return Fit.Unsaid;
        var about = IndicatorWords.Of(target.Population);
        if (IndicatorWords.Same(about, IndicatorWords.Of(alias.Population ?? indicator.Population)))
            return Fit.Exact;
        // Readings repeat a part of the name as the population, and names already tell such populations apart.
        return alias.Population is null && IndicatorWords.Contains(IndicatorWords.Of(alias.Name), about) ? Fit.InTheName : Fit.None;
    }

    private static bool SameUnit(string left, string right) => Tight(left) == Tight(right);

    private static string Tight(string unit) => TextFolding.Fold(unit).Replace(" ", "", StringComparison.Ordinal);

    private enum Fit
    {
        None,
        Unsaid,
        InTheName,
        Exact,
    }
}
