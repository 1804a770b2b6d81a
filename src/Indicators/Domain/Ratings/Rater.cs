using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>Says how a target stands. Knows nothing but the target and the value: the same inputs always give the same verdict.</summary>
public static class Rater
{
    private const int WholePercentage = 100;

    /// <summary>The rating of a value against a target; of no value, when there is none.</summary>
    public static Rating Of(TargetInForce target, Measured? measured, RatingSettings settings)
    {
        if (target.Section == "vision")
            return new(Verdict.NotRated, RatingRule.Vision, new("A vision is shown, not rated.", "Chỉ tiêu tầm nhìn chỉ theo dõi, không đánh giá."));
        if (measured is null)
            return new(Verdict.NoData, RatingRule.NoObservation, new("There is no observation.", "Chưa có số liệu."));
        if (target.Comparator == "achieve" && measured.Achieved is { } achieved)
            return Judged(target, measured, achieved);
        if (target.Comparator is null or "achieve" || target.Value is not { } demanded || measured.Value is not { } value)
            return NotUnderstood();
        return Change.IsDemandedBy(target)
            ? OfChange(target, demanded, measured, value, settings)
            : OfLevel(target, demanded, measured, value, settings);
    }

    private static Rating Judged(TargetInForce target, Measured measured, bool achieved)
    {
        var inputs = new Wording("In a person's judgement", "Theo đánh giá của người báo cáo,") + Sentences.Of(measured)
            + (achieved ? new Wording(" it is achieved", " đã hoàn thành") : new Wording(" it is not achieved", " chưa hoàn thành"));
        return Close(target, measured, RatingRule.Achieve, new(achieved, false), inputs, "");
    }

    private static Rating OfLevel(TargetInForce target, decimal demanded, Measured measured, decimal value, RatingSettings settings)
    {
        var demand = new Demand(target.Comparator!, demanded, target.ValueMax, target.Direction, settings.AboutTolerance);
        if (demand.With(value) is not { } comparison)
            return NotUnderstood();

        // Nothing is more than all of it.
        var isWhole = target.Unit == "%" && (demand.Comparator == "range" ? demand.Max : demand.Value) == WholePercentage;
        var inputs = new Wording("Value ", "Giá trị ") + Numbers.Say(value, target.Unit) + Sentences.Of(measured) + Sentences.Of(demand, target.Unit);
        return Close(
            target, measured, RatingRule.Of(target.Comparator!), comparison with { Beyond = comparison.Beyond && !isWhole }, inputs, demand.PercentOf(value));
    }

    private static Rating OfChange(TargetInForce target, decimal demanded, Measured measured, decimal value, RatingSettings settings)
    {
        if (measured.Baseline is not { } baseline)
            return WithoutBaseline(target, measured);
        if (Change.Between(target, baseline.Value, value) is not { } amount)
            return BaselineUnusable(baseline);

        var demand = new Demand(target.Bound ?? "eq", demanded, target.ValueMax, "up", settings.AboutTolerance);
        if (demand.With(amount) is not { } comparison)
            return NotUnderstood();

        var way = target.Comparator == "decrease_by" ? new Wording("Decrease of ", "Mức giảm ") : new Wording("Increase of ", "Mức tăng ");
        var inputs = way + Numbers.Say(amount, target.Unit) + new Wording(" from ", " từ ") + Numbers.Say(baseline.Value)
            + new Wording($" for {baseline.Period} to ", $" kỳ {baseline.Period} đến ") + Numbers.Say(value) + Sentences.Of(measured) + Sentences.Of(demand, target.Unit);
        return Close(target, measured, RatingRule.Of(target.Comparator!), comparison, inputs, demand.PercentOf(amount));
    }

    private static Rating Close(TargetInForce target, Measured measured, string rule, Comparison comparison, Wording inputs, string percent)
    {
        var (verdict, decidedBy) = Early(target, measured) is { } early ? (Verdict.NotDue, early) : (VerdictOn(comparison), rule);
        return new(verdict, decidedBy, Sentences.Close(inputs, verdict, comparison.Satisfied, target), comparison.Satisfied, percent);
    }

    private static Verdict VerdictOn(Comparison comparison) => comparison switch
    {
        { Beyond: true } => Verdict.Exceeded,
        { Satisfied: true } => Verdict.Met,
        _ => Verdict.NotMet,
    };

    // A target is due when its year ends: the value of a quarter says no more than how things go.
    private static string? Early(TargetInForce target, Measured measured)
    {
        if (target.Year is not { } year || measured.Period.Year > year)
            return null;
        if (measured.Period.Year < year)
            return RatingRule.BeforeTargetYear;
        return measured.Period.LastMonth < 12 ? RatingRule.WithinTargetYear : null;
    }

    private static Rating NotUnderstood() => new(
        Verdict.NotRated,
        RatingRule.NotUnderstood,
        new("No rule can compare the value with what the target demands: a person judges.", "Không có quy tắc so sánh số liệu với yêu cầu của chỉ tiêu: do người có trách nhiệm đánh giá."));

    private static Rating WithoutBaseline(TargetInForce target, Measured measured)
    {
        var missing = target.PerYear ? $"{measured.Period.YearBefore}" : null;
        return new(
            Verdict.NotRated,
            RatingRule.WithoutBaseline,
            new(
                $"A change is counted from a baseline, and the same agency has given no value for {missing ?? "an earlier year"}.",
                $"Mức tăng, giảm tính theo số gốc, nhưng cơ quan này chưa có số liệu {(missing is null ? "của năm trước đó" : $"kỳ {missing}")}."));
    }

    private static Rating BaselineUnusable(Level baseline) => new(
        Verdict.NotRated,
        RatingRule.BaselineUnusable,
        new Wording("A relative change cannot be counted from ", "Không tính được mức tăng, giảm tương đối từ ")
            + Numbers.Say(baseline.Value) + new Wording($" for {baseline.Period}.", $" kỳ {baseline.Period}."));
}
