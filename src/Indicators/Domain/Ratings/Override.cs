using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Calendar;

namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>A person's verdict in the place of a rule's (đánh giá lại), with the reason.</summary>
/// <param name="Period">The period of the value that was rated.</param>
/// <param name="Verdict">What the person says.</param>
/// <param name="Over">What the rules said then.</param>
/// <param name="Rule">The rule that said it.</param>
/// <param name="Reason">Why the person says otherwise.</param>
/// <param name="By">Who, as the audit log names callers.</param>
/// <param name="At">When.</param>
public sealed record Override(ReportingPeriod Period, Verdict Verdict, Verdict Over, string Rule, string Reason, string By, DateTimeOffset At)
{
    /// <summary>Puts a verdict on top of a rating.</summary>
    public static Override Of(Rating rating, ReportingPeriod period, Verdict verdict, string reason, string by, DateTimeOffset at)
    {
        Check.All(
            new VisionsStayUnrated(rating.Rule),
            new PeopleGiveVerdictsOfTheirOwn(verdict),
            new OverridesSayOtherwise(verdict, rating.Verdict),
            new OverridesSayWhy(reason));
        return new(period, verdict, rating.Verdict, rating.Rule, reason.Trim(), by, at);
    }
}

/// <summary>How a target stands, with what the rules say and what a person says instead: both are shown.</summary>
/// <param name="Rating">What the rules say now.</param>
/// <param name="Period">The period of the value it rests on; null without data.</param>
/// <param name="Override">What a person said; null when nobody did.</param>
public sealed record Standing(Rating Rating, ReportingPeriod? Period, Override? Override = null)
{
    /// <summary>The verdict that counts: the person's, until there is another value, or the rules say something else than the person had before them.</summary>
    public Verdict Verdict => Override is { } person && !IsOutdated ? person.Verdict : Rating.Verdict;

    /// <summary>What gave the verdict that counts.</summary>
    public string Rule => Override is not null && !IsOutdated ? RatingRule.Overridden : Rating.Rule;

    /// <summary>Whether it was said of another period or of another verdict of the rules: the person is to look again.</summary>
    public bool IsOutdated => Override is { } person && (person.Period, person.Over, person.Rule) != (Period, Rating.Verdict, Rating.Rule);
}
