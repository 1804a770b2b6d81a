namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>Where an axis is marked: at round numbers, a step of 1, 2 or 5 times a power of ten apart.</summary>
/// <param name="Step">From one to the next.</param>
/// <param name="At">In order; the first is at or below everything shown, the last at or above it.</param>
public sealed record Ticks(decimal Step, IReadOnlyList<decimal> At)
{
    private static readonly decimal[] Round = [1, 2, 5, 10];

    public decimal Least => At[0];

    public decimal Most => At[^1];

    /// <summary>Two to "about" steps over what is shown, and at most one more at either end. A single number gets its own tenth to either side.</summary>
    public static Ticks Over(decimal least, decimal most, int about = 5)
    {
        if (least > most)
            (least, most) = (most, least);
        if (AreOne(least, most))
            (least, most) = AreOne(least, 0) ? (0, 1) : (least - Math.Abs(least) / 10, least + Math.Abs(least) / 10);

        var step = StepOf((most - least) / Math.Max(about, 1));
        var first = Math.Floor(least / step);
        var count = (int)(Math.Ceiling(most / step) - first) + 1;
        return new(step, [.. Enumerable.Range(0, count).Select(number => (first + number) * step)]);
    }

    // What differs in no digit that can be drawn: its steps would be finer than decimals are.
    private static bool AreOne(decimal least, decimal most) => Math.Abs(most - least) <= Math.Max(Math.Max(Math.Abs(least), Math.Abs(most)) * 1e-12m, 1e-15m);

    private static decimal StepOf(decimal raw)
    {
        var power = TenTo((int)Math.Floor(Math.Log10((double)raw)));
        return Round.First(round => raw <= round * power || round == 10) * power;
    }

    private static decimal TenTo(int exponent)
    {
        var power = 1m;
        for (var times = Math.Abs(exponent); times > 0; times--)
            power *= exponent < 0 ? 0.1m : 10;
        return power;
    }
}

/// <summary>Which coordinate a number is drawn at.</summary>
internal sealed record Axis(Ticks Ticks, double From, double To)
{
    public double At(decimal number) => From + (To - From) * (double)((number - Ticks.Least) / (Ticks.Most - Ticks.Least));
}
