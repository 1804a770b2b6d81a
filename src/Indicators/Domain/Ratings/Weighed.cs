using SocialPolicy.Indicators.Domain.Statistics;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>A number beside what a target demands: a level, or how far one has moved.</summary>
/// <param name="Number">The number.</param>
/// <param name="Rule">The rule that compared it.</param>
/// <param name="Comparison">How it stands.</param>
/// <param name="Sentence">Number and demand in words.</param>
/// <param name="Inputs">The same, one by one.</param>
/// <param name="Percent">Of the demanded.</param>
/// <param name="Demand">What is demanded of the number.</param>
/// <param name="Path">The way there; null when there is none.</param>
internal sealed record Weighed(
    decimal Number, string Rule, Comparison Comparison, Wording Sentence, IReadOnlyList<RatingInput> Inputs, string Percent, Demand Demand, TargetPath? Path)
{
    private const int WholePercentage = 100;

    /// <summary>Null when no rule can compare.</summary>
    public static Weighed? Level(TargetInForce target, decimal demanded, Measured measured, decimal value, RatingRules rules, Waypoints? way)
    {
        var demand = new Demand(target.Comparator!, demanded, target.ValueMax, target.Direction, rules);
        if (demand.With(value) is not { } comparison)
            return null;

        // Nothing is more than all of it.
        var isWhole = rules.CapAtWhole && target.Unit == "%" && (demand.Comparator == "range" ? demand.Max : demand.Value) == WholePercentage;
        var sentence = new Wording("Value ", "Giá trị ") + Numbers.Say(value, target.Unit) + Sentences.Of(measured) + Sentences.Of(demand, target.Unit);
        IReadOnlyList<RatingInput> inputs = [RatingInput.Measured(value, target.Unit), RatingInput.PeriodOf(measured), .. Of(demand, target)];
        var path = way is not null && demand.Goal is { } goal && target.Year is { } year ? TargetPath.To(new(year, goal), way) : null;
        return new(
            value, RatingRule.Of(target.Comparator!), comparison with { Beyond = comparison.Beyond && !isWhole }, sentence, inputs, demand.PercentOf(value), demand, path);
    }

    /// <summary>Null when no rule can compare.</summary>
    public static Weighed? Change(TargetInForce target, decimal demanded, Measured measured, decimal value, decimal amount, Level baseline, RatingRules rules, Waypoints? way)
    {
        var demand = new Demand(target.Bound ?? "eq", demanded, target.ValueMax, "up", rules);
        if (demand.With(amount) is not { } comparison)
            return null;

        var verb = target.Comparator == "decrease_by" ? new Wording("Decrease of ", "Mức giảm ") : new Wording("Increase of ", "Mức tăng ");
        var sentence = verb + Numbers.Say(amount, target.Unit) + new Wording(" from ", " từ ") + Numbers.Say(baseline.Value)
            + new Wording($" for {baseline.Period} to ", $" kỳ {baseline.Period} đến ") + Numbers.Say(value) + Sentences.Of(measured) + Sentences.Of(demand, target.Unit);
        IReadOnlyList<RatingInput> inputs =
        [
            RatingInput.Change(amount, target.Unit), RatingInput.Baseline(baseline), RatingInput.Measured(value, null), RatingInput.PeriodOf(measured),
            .. Of(demand, target),
        ];
        var path = way is not null && target.Year is { } year ? PathOf(target, new(year, demanded), baseline.Period.Year, way) : null;
        return new(amount, RatingRule.Of(target.Comparator!), comparison, sentence, inputs, demand.PercentOf(amount), demand, path);
    }

    /// <summary>Whether it is as far as the path asks, or there already.</summary>
    public bool Keeps(TargetPath path, decimal at, decimal tolerance)
    {
        var slack = Math.Abs(path.Way) * tolerance / 100;
        var (goal, falling) = (path.Points[^1].Value, Falls(path));
        return falling ? Number <= Math.Max(at + slack, goal) : Number >= Math.Min(at - slack, goal);
    }

    // A number without a direction is approached from where the path begins.
    private bool Falls(TargetPath path) => (Demand.Comparator, Demand.Direction) switch
    {
        ("le" or "lt", _) => true,
        ("ge" or "gt", _) => false,
        (_, null) => path.Way < 0,
        (_, var direction) => direction == "down",
    };

    // What is demanded of each year is demanded on the way as well; a change as a whole begins with none.
    private static TargetPath? PathOf(TargetInForce target, YearValue demanded, int from, Waypoints way)
    {
        if (target.Bound is "le" or "lt")
            return null;
        return target.PerYear
            ? TargetPath.To(demanded, new(demanded with { Year = from }, []))
            : TargetPath.To(demanded, way with { Baseline = new(from, target.Unit == "lần" ? 1 : 0) });
    }

    private static IEnumerable<RatingInput> Of(Demand demand, TargetInForce target)
    {
        yield return RatingInput.Demanded(demand, target.Unit);
        if (demand.Comparator == "approx")
            yield return RatingInput.Tolerance(demand.Rules.AboutTolerance);
        if (demand is { IsStrict: true, Rules.StrictCanBeExceeded: true })
            yield return RatingInput.Margin(demand.Rules.StrictMargin);
        if (target.Year is { } year)
            yield return RatingInput.Due(year);
    }
}
