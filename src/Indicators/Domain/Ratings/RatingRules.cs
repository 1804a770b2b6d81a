namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>
/// How targets are rated, as data. The usual ones are the habits of official tables: "dưới 4" with 3,1 is met and not exceeded, "khoảng"
/// has no tolerance that was not agreed on, nothing exceeds all of it, and a path is kept or is not.
/// </summary>
/// <param name="AboutTolerance">How far from "khoảng" still counts as it, in per cent of the demanded value, 0 or more.</param>
/// <param name="StrictCanBeExceeded">Whether "dưới", "trên" can be exceeded, not only met.</param>
/// <param name="StrictMargin">By how much they are exceeded then, in per cent of the demanded value, 0 or more.</param>
/// <param name="CapAtWhole">Whether 100 % can only be met.</param>
/// <param name="PathTolerance">How far behind its path (lộ trình) a value may be, in per cent of the whole way, 0 or more.</param>
/// <param name="FewestPoints">The fewest years that make a trend, 2 or more.</param>
public sealed record RatingRules(
    decimal AboutTolerance = 0,
    bool StrictCanBeExceeded = false,
    decimal StrictMargin = 0,
    bool CapAtWhole = true,
    decimal PathTolerance = 0,
    int FewestPoints = Statistics.Trend.UsualFewest)
{
    /// <summary>
    /// The rules for a target: of each one the narrowest exception that says something. An indicator in a plan is narrower than a plan,
    /// since a plan is rated as its issuer says; and a plan is narrower than an indicator, which is in many plans.
    /// </summary>
    public RatingRules For(Guid? plan, Guid? indicator, IEnumerable<RatingException> exceptions) => exceptions
        .Where(exception => exception.IsFor(plan, indicator))
        .OrderBy(exception => exception.Narrowness)
        .Aggregate(this, (rules, exception) => exception.On(rules));
}

/// <summary>What is to be rated otherwise; null leaves a rule as it is.</summary>
/// <param name="Plan">In this plan; null in every plan.</param>
/// <param name="Indicator">Of this indicator; null of every indicator.</param>
public sealed record RatingException(
    Guid? Plan,
    Guid? Indicator,
    decimal? AboutTolerance = null,
    bool? StrictCanBeExceeded = null,
    decimal? StrictMargin = null,
    bool? CapAtWhole = null,
    decimal? PathTolerance = null,
    int? FewestPoints = null)
{
    internal int Narrowness => (Plan is null ? 0 : 2) + (Indicator is null ? 0 : 1);

    internal bool IsFor(Guid? plan, Guid? indicator) => (Plan is null || Plan == plan) && (Indicator is null || Indicator == indicator);

    internal RatingRules On(RatingRules rules) => new(
        AboutTolerance ?? rules.AboutTolerance,
        StrictCanBeExceeded ?? rules.StrictCanBeExceeded,
        StrictMargin ?? rules.StrictMargin,
        CapAtWhole ?? rules.CapAtWhole,
        PathTolerance ?? rules.PathTolerance,
        FewestPoints ?? rules.FewestPoints);
}
