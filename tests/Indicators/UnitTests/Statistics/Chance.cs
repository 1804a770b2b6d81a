namespace SocialPolicy.Indicators.UnitTests.Statistics;

/// <summary>Many different inputs, the same at every run.</summary>
internal static class Chance
{
    public static IEnumerable<Random> Times(int times) => Enumerable.Range(1, times).Select(seed => new Random(seed));

    /// <summary>Up to a thousand either side of zero, with up to three decimals.</summary>
    public static decimal Value(this Random random) => Math.Round((decimal)(random.NextDouble() * 2000 - 1000), random.Next(4));
}
