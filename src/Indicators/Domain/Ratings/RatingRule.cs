namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>The stable words for what gave a verdict; those of comparisons are the comparators of the contract.</summary>
public static class RatingRule
{
    public const string Vision = "VISION";
    public const string NoObservation = "NO_OBSERVATION";
    public const string NotUnderstood = "NOT_UNDERSTOOD";
    public const string BeforeTargetYear = "BEFORE_TARGET_YEAR";
    public const string WithinTargetYear = "WITHIN_TARGET_YEAR";
    public const string WithoutBaseline = "WITHOUT_BASELINE";
    public const string BaselineUnusable = "BASELINE_UNUSABLE";
    public const string Achieve = "ACHIEVE";
    public const string WithoutJudgement = "WITHOUT_JUDGEMENT";
    public const string Path = "PATH";
    public const string Overridden = "OVERRIDDEN";

    private static readonly Dictionary<string, string> Comparisons = new(StringComparer.Ordinal)
    {
        ["eq"] = "EQUAL",
        ["ge"] = "AT_LEAST",
        ["gt"] = "MORE_THAN",
        ["le"] = "AT_MOST",
        ["lt"] = "LESS_THAN",
        ["range"] = "RANGE",
        ["approx"] = "ABOUT",
        ["decrease_by"] = "DECREASE_BY",
        ["increase_by"] = "INCREASE_BY",
        ["achieve"] = Achieve,
    };

    /// <summary>The word of a target's comparator.</summary>
    public static string Of(string comparator) => Comparisons[comparator];
}
