using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>Which way a demand binds.</summary>
internal enum Side
{
    /// <summary>At least so much: more demands more.</summary>
    Floor,

    /// <summary>At most so much: less demands more.</summary>
    Ceiling,
}

/// <summary>How two demands compare.</summary>
/// <param name="Sign">Above 0: the second demands more; below 0: less; 0: the same.</param>
/// <param name="Rule">What decided, a word of <see cref="AlignmentRule"/>.</param>
internal sealed record Outcome(int Sign, string Rule);

/// <summary>The number of a target, or of the change it demands, as a bound.</summary>
internal sealed record Demand(Comparator Comparator, decimal Value, decimal? Max, Direction? Direction)
{
    // A bare number, "about" and a range bind on the side that the direction says; the others say it themselves.
    private static readonly Dictionary<(Comparator, Direction?), Side> Sides = new()
    {
        [(Comparator.Ge, null)] = Side.Floor,
        [(Comparator.Gt, null)] = Side.Floor,
        [(Comparator.Le, null)] = Side.Ceiling,
        [(Comparator.Lt, null)] = Side.Ceiling,
        [(Comparator.Eq, PlanText.Direction.Up)] = Side.Floor,
        [(Comparator.Approx, PlanText.Direction.Up)] = Side.Floor,
        [(Comparator.Range, PlanText.Direction.Up)] = Side.Floor,
        [(Comparator.Eq, PlanText.Direction.Down)] = Side.Ceiling,
        [(Comparator.Approx, PlanText.Direction.Down)] = Side.Ceiling,
        [(Comparator.Range, PlanText.Direction.Down)] = Side.Ceiling,
    };

    // At the same number "trên 60" excludes the 60 that "đạt 60" allows, and "khoảng 60" allows a little less.
    private static readonly Dictionary<Comparator, int> Firmness = new()
    {
        [Comparator.Gt] = 2,
        [Comparator.Lt] = 2,
        [Comparator.Ge] = 1,
        [Comparator.Le] = 1,
        [Comparator.Eq] = 1,
        [Comparator.Range] = 1,
        [Comparator.Approx] = 0,
    };

    /// <summary>Null for a state without a number.</summary>
    public static Demand? Of(PlanTarget target)
    {
        if (target.Value is not { } value)
            return null;
        var scale = Units.Of(target.Unit).Scale;
        return IsChange(target)
            ? new(target.Bound ?? Comparator.Eq, value * scale, target.ValueMax * scale, PlanText.Direction.Up)
            : new(target.Comparator, value * scale, target.ValueMax * scale, target.Direction);
    }

    public static bool IsChange(PlanTarget target) => target.Comparator is Comparator.DecreaseBy or Comparator.IncreaseBy;

    /// <summary>Null where no rule says which way more is: the two bind on different sides, or on none.</summary>
    public static Outcome? Compare(Demand superior, Demand subordinate)
    {
        if (superior.SideOr(subordinate.Direction) is not { } side || subordinate.SideOr(superior.Direction) != side)
            return superior with { Direction = null } == subordinate with { Direction = null } ? new(0, AlignmentRule.Number) : null;

        var difference = subordinate.Edge(side).CompareTo(superior.Edge(side));
        if (difference != 0)
            return new(side is Side.Floor ? difference : -difference, AlignmentRule.Number);
        return new(Firmness[subordinate.Comparator].CompareTo(Firmness[superior.Comparator]), AlignmentRule.Words);
    }

    // Where one of the two does not say which way is better, the other does: they are of the same thing.
    private Side? SideOr(Direction? other) =>
        Sides.TryGetValue((Comparator, null), out var own) || Sides.TryGetValue((Comparator, Direction ?? other), out own) ? own : null;

    private decimal Edge(Side side) => side is Side.Ceiling ? Max ?? Value : Value;
}
