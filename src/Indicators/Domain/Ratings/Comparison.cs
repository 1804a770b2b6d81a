namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>A number beside a demanded one.</summary>
/// <param name="Satisfied">Whether it is what is demanded, or better.</param>
/// <param name="Beyond">Whether it is better than demanded, where that can be said.</param>
internal sealed record Comparison(bool Satisfied, bool Beyond);

/// <summary>A demanded number: a target's own, or the bound of a change.</summary>
/// <param name="Comparator">eq, ge, gt, le, lt, range or approx.</param>
/// <param name="Value">The number, or the lower end of a range.</param>
/// <param name="Max">The upper end of a range.</param>
/// <param name="Direction">up, down or null as the target states it.</param>
/// <param name="Rules">How wide "about" is, and whether "more than" can be exceeded.</param>
internal sealed record Demand(string Comparator, decimal Value, decimal? Max, string? Direction, RatingRules Rules)
{
    /// <summary>"đạt 95%" and "khoảng 95%" without a direction are taken for a floor: more than that satisfies too.</summary>
    public bool AssumesUp => Direction is null && (Comparator is "eq" or "approx");

    /// <summary>Less is better: as stated, else as the comparator has it.</summary>
    public bool Down => Direction is "down" || (Direction is null && Comparator is "le" or "lt");

    /// <summary>Whether it says only on which side of a number to be.</summary>
    public bool IsStrict => Comparator is "gt" or "lt";

    /// <summary>The end to come to; null where both ends of a range are as good.</summary>
    public decimal? Goal => (Comparator, Direction) switch
    {
        ("range", null) => null,
        ("range", "down") => Max,
        _ => Value,
    };

    /// <summary>Null when no rule can compare.</summary>
    public Comparison? With(decimal measured)
    {
        var better = Down ? Value - measured : measured - Value;
        return Comparator switch
        {
            "eq" => new(better >= 0, better > 0),
            "approx" => new(better >= -Share(Rules.AboutTolerance), better > Share(Rules.AboutTolerance)),
            "ge" => new(measured >= Value, measured > Value && !Down),
            "gt" => new(measured > Value, !Down && IsBeyondMargin(better)),
            "le" => new(measured <= Value, measured < Value && Down),
            "lt" => new(measured < Value, Down && IsBeyondMargin(better)),
            "range" when Max >= Value => InRange(measured, Max.Value),
            _ => null,
        };
    }

    // Without a direction neither end is the good one.
    private Comparison InRange(decimal measured, decimal max)
    {
        var beyond = Direction switch
        {
            "up" => measured > max,
            "down" => measured < Value,
            _ => false,
        };
        return new(beyond || (measured >= Value && measured <= max), beyond);
    }

    private bool IsBeyondMargin(decimal better) => Rules.StrictCanBeExceeded && better > 0 && better > Share(Rules.StrictMargin);

    private decimal Share(decimal percent) => Math.Abs(Value) * percent / 100;

    /// <summary>Where more is better: the measured as a percentage of the demanded, one decimal.</summary>
    public string PercentOf(decimal measured)
    {
        if (Down || Comparator is "le" or "lt" || measured < 0 || Quotient(measured, Value) is not { } share)
            return "";
        return Numbers.English(Math.Round(share * 100, 1, MidpointRounding.AwayFromZero), "0.0");
    }

    /// <summary>Null where it says nothing: by zero or less, or beyond a billion.</summary>
    public static decimal? Quotient(decimal measured, decimal by) =>
        by > 0 && Math.Abs((double)measured / (double)by) <= 1e9 ? measured / by : null;
}
