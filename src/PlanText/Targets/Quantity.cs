namespace SocialPolicy.PlanText.Targets;

/// <summary>
/// A number that is a value, in token positions of the flow: [At, End) covers the number, its range partner, unit and
/// denominator as far as they follow directly.
/// </summary>
internal sealed record Quantity(int At, int End, decimal Value, decimal? Max, string? Unit, string? Denominator)
{
    public bool IsPercent => string.Equals(Unit, "%", StringComparison.Ordinal);
}
