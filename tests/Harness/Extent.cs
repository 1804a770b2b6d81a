using System.Globalization;

namespace SocialPolicy.Harness;

/// <summary>How far tests by chance go, by the environment.</summary>
public static class Extent
{
    /// <summary>SPP_TEST_SEED repeats a run; without it each run is another.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("SPP_TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();

    /// <summary>SPP_TEST_FULL=1: the long runs too.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("SPP_TEST_FULL") is "1";
}
