using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>Says how a target stands. Knows nothing but the target and the value: the same inputs always give the same verdict.</summary>
public static class Rater
{
    /// <inheritdoc cref="Of(TargetInForce, Measured?, RatingRules, Waypoints?, ReportingPeriod?)"/>
    public static Rating Of(TargetInForce target, Measured? measured, RatingSettings settings) => Of(target, measured, settings.Rules);

    /// <summary>The rating of a value against a target; of no value, when there is none.</summary>
    /// <param name="target">What is demanded.</param>
    /// <param name="measured">What there is; null when nobody has said anything.</param>
    /// <param name="rules">How targets like it are rated.</param>
    /// <param name="way">
    /// The way to a target that is not due; null when nothing is known of it, so that the target is only not due. A change begins
    /// at its own baseline; one of each year asks the same on the way.
    /// </param>
    /// <param name="asOf">The period that is looked at, for a state to reach that nobody has judged yet.</param>
    public static Rating Of(TargetInForce target, Measured? measured, RatingRules rules, Waypoints? way = null, ReportingPeriod? asOf = null)
    {
        if (target.Section == "vision")
            return Unrated.Vision;
        if (target.Comparator == "achieve")
            return OfState(target, measured, asOf);
        if (measured is null)
            return Unrated.NoData;
        if (target.Comparator is null || target.Value is not { } demanded || measured.Value is not { } value)
            return Unrated.NotUnderstood;
        return Change.IsDemandedBy(target)
            ? OfChange(target, demanded, measured, value, rules, way)
            : Close(target, measured, Weighed.Level(target, demanded, measured, value, rules, way), rules);
    }

    /// <summary>A target is due when its year ends: the value of a quarter says no more than how things go. Null when it is due.</summary>
    internal static string? Early(TargetInForce target, ReportingPeriod period)
    {
        if (target.Year is not { } year || period.Year > year)
            return null;
        if (period.Year < year)
            return RatingRule.BeforeTargetYear;
        return period.LastMonth < 12 ? RatingRule.WithinTargetYear : null;
    }

    private static Rating OfState(TargetInForce target, Measured? measured, ReportingPeriod? asOf)
    {
        if (measured?.Achieved is { } achieved)
            return Judged(target, measured, achieved);
        return (measured?.Period ?? asOf) is { } period ? Unrated.NotJudged(target, period) : Unrated.NoData;
    }

    private static Rating Judged(TargetInForce target, Measured measured, bool achieved)
    {
        var sentence = new Wording("In a person's judgement", "Theo đánh giá của người báo cáo,") + Sentences.Of(measured)
            + (achieved ? new Wording(" it is achieved", " đã hoàn thành") : new Wording(" it is not achieved", " chưa hoàn thành"));
        var early = Early(target, measured.Period);
        var verdict = early is null ? VerdictOn(new(achieved, false)) : Verdict.NotDue;
        return new(verdict, early ?? RatingRule.Achieve, Sentences.Close(sentence, verdict, achieved, target), achieved)
        {
            Inputs = [RatingInput.Judgement(achieved), RatingInput.PeriodOf(measured), .. target.Year is { } year ? [RatingInput.Due(year)] : Array.Empty<RatingInput>()],
        };
    }

    private static Rating OfChange(TargetInForce target, decimal demanded, Measured measured, decimal value, RatingRules rules, Waypoints? way)
    {
        if (measured.Baseline is not { } baseline)
            return Unrated.WithoutBaseline(target, measured);
        if (Change.Between(target, baseline.Value, value) is not { } amount)
            return Unrated.BaselineUnusable(baseline);
        return Close(target, measured, Weighed.Change(target, demanded, measured, value, amount, baseline, rules, way), rules);
    }

    private static Rating Close(TargetInForce target, Measured measured, Weighed? weighed, RatingRules rules)
    {
        if (weighed is null)
            return Unrated.NotUnderstood;
        var early = Early(target, measured.Period);
        if (early is not null && weighed.Path is { } path && path.At(measured.Period) is { } at)
            return OnTheWay(target, weighed, path, at, rules.PathTolerance);

        var verdict = early is null ? VerdictOn(weighed.Comparison) : Verdict.NotDue;
        var satisfied = weighed.Comparison.Satisfied;
        return new(verdict, early ?? weighed.Rule, Sentences.Close(weighed.Sentence, verdict, satisfied, target), satisfied, weighed.Percent) { Inputs = weighed.Inputs };
    }

    private static Rating OnTheWay(TargetInForce target, Weighed weighed, TargetPath path, decimal at, decimal tolerance)
    {
        var kept = weighed.Keeps(path, at, tolerance);
        return new(
            kept ? Verdict.OnPath : Verdict.OffPath,
            RatingRule.Path,
            Sentences.OnTheWay(weighed, at, kept, tolerance, target),
            weighed.Comparison.Satisfied,
            weighed.Percent)
        {
            Inputs = [.. weighed.Inputs, RatingInput.OnPath(at, target.Unit), RatingInput.PathTolerance(tolerance)],
        };
    }

    private static Verdict VerdictOn(Comparison comparison) => comparison switch
    {
        { Beyond: true } => Verdict.Exceeded,
        { Satisfied: true } => Verdict.Met,
        _ => Verdict.NotMet,
    };
}
