using System.Globalization;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>What a target demands, in the words of one language: "trên 60 % vào năm 2030".</summary>
internal sealed class DemandText
{
    public static readonly DemandText English = new()
    {
        Comparators = new() { [Comparator.Ge] = "at least ", [Comparator.Gt] = "more than ", [Comparator.Le] = "at most ", [Comparator.Lt] = "less than ", [Comparator.Approx] = "about " },
        State = "a state without a number",
        Decrease = "a decrease by ",
        Increase = "an increase by ",
        To = " to ",
        EachYear = " each year",
        By = " by ",
        Fraction = ".",
    };

    public static readonly DemandText Vietnamese = new()
    {
        Comparators = new() { [Comparator.Ge] = "ít nhất ", [Comparator.Gt] = "trên ", [Comparator.Le] = "không quá ", [Comparator.Lt] = "dưới ", [Comparator.Approx] = "khoảng " },
        State = "mục tiêu không kèm con số",
        Decrease = "giảm ",
        Increase = "tăng ",
        To = " - ",
        EachYear = " mỗi năm",
        By = " vào năm ",
        Fraction = ",",
    };

    public required Dictionary<Comparator, string> Comparators { get; init; }
    public required string State { get; init; }
    public required string Decrease { get; init; }
    public required string Increase { get; init; }
    public required string To { get; init; }
    public required string EachYear { get; init; }
    public required string By { get; init; }
    public required string Fraction { get; init; }

    public string Of(PlanTarget target, AlignedPlan plan) =>
        $"{What(target)}{(plan.YearOf(target) is { } year ? By + year.ToString(CultureInfo.InvariantCulture) : "")}";

    private string What(PlanTarget target)
    {
        if (target.Value is not { } value || Differences.IsState(target))
            return State;
        var change = target.Comparator switch
        {
            Comparator.DecreaseBy => Decrease,
            Comparator.IncreaseBy => Increase,
            _ => "",
        };
        var number = target.ValueMax is { } max ? Number(value) + To + Number(max) : Number(value);
        var bound = Comparators.GetValueOrDefault(Demand.IsChange(target) ? target.Bound ?? Comparator.Eq : target.Comparator, "");
        return $"{change}{bound}{number}{(target.Unit is { } unit ? " " + unit : "")}{(target.PerYear && !SaysEachYear(target) ? EachYear : "")}";
    }

    // The unit often says so itself: "điểm %/năm".
    private static bool SaysEachYear(PlanTarget target) => target.Unit?.EndsWith("/năm", StringComparison.Ordinal) is true;

    private string Number(decimal number) => number.ToString("0.##################", CultureInfo.InvariantCulture).Replace(".", Fraction, StringComparison.Ordinal);
}
