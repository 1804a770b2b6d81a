using System.Globalization;

namespace SocialPolicy.Benchmarks;

/// <summary>How often and how long to measure.</summary>
internal sealed record Plan(int Pairs, TimeSpan Duration)
{
    public const int FewestPairs = 5;

    public static bool TryParse(string[] options, out Plan plan)
    {
        plan = new Plan(FewestPairs, TimeSpan.FromSeconds(2));
        for (var at = 0; at < options.Length; at += 2)
        {
            if (at + 1 == options.Length || !double.TryParse(options[at + 1], CultureInfo.InvariantCulture, out var value) || value <= 0)
                return false;

            switch (options[at])
            {
                case "--pairs":
                    plan = plan with { Pairs = (int)value };
                    break;
                case "--seconds":
                    plan = plan with { Duration = TimeSpan.FromSeconds(value) };
                    break;
                default:
                    return false;
            }
        }

        return plan.Pairs >= FewestPairs;
    }
}
