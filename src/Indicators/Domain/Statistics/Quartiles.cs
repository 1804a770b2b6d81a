namespace SocialPolicy.Indicators.Domain.Statistics;

/// <summary>
/// Where a quarter, a half and three quarters of the values lie below (tứ phân vị), by method R-7 of Hyndman and Fan, "Sample Quantiles
/// in Statistical Packages" (1996): straight between neighbours, at (n - 1) · p from the lowest; what QUARTILE.INC of spreadsheets says.
/// </summary>
public sealed record Quartiles(decimal Lower, decimal Median, decimal Upper)
{
    /// <summary>Of at least one value, in any order.</summary>
    public static Quartiles Of(IEnumerable<decimal> values)
    {
        decimal[] sorted = [.. values.Order()];
        return new(At(sorted, 0.25m), At(sorted, 0.5m), At(sorted, 0.75m));
    }

    internal static decimal MedianOf(IEnumerable<decimal> values) => At([.. values.Order()], 0.5m);

    private static decimal At(decimal[] sorted, decimal share)
    {
        var place = (sorted.Length - 1) * share;
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
