using System.Globalization;
using SocialPolicy.Indicators.Domain.Charts;
using SocialPolicy.Indicators.UnitTests.Statistics;

namespace SocialPolicy.Indicators.UnitTests.Charts;

public sealed class MarkingAnAxis
{
    [Theory]
    [InlineData(0, 98, "0 20 40 60 80 100")]
    [InlineData(0, 100, "0 20 40 60 80 100")]
    [InlineData(83, 99, "80 85 90 95 100")]
    [InlineData(-6.1, 8.7, "-10 -5 0 5 10")]
    [InlineData(0, 0.03, "0 0.01 0.02 0.03")]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(-7, 0, "-8 -6 -4 -2 0")]
    [InlineData(12, 3, "2 4 6 8 10 12")]
    public void Takes_round_numbers(double least, double most, string marks) =>
        string.Join(' ', Ticks.Over((decimal)least, (decimal)most).At.Select(tick => tick.ToString("0.##", CultureInfo.InvariantCulture))).ShouldBe(marks);

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(50, 45, 55)]
    [InlineData(-50, -55, -45)]
    public void Gives_a_single_number_room_on_either_side(int number, int least, int most)
    {
        var ticks = Ticks.Over(number, number);

        ticks.Least.ShouldBeLessThanOrEqualTo(least);
        ticks.Most.ShouldBeGreaterThanOrEqualTo(most);
    }

    [Fact]
    public void Covers_what_is_shown_in_a_few_equal_round_steps()
    {
        foreach (var random in Chance.Times(2000))
        {
            var size = (decimal)Math.Pow(10, random.Next(-8, 18));
            var (one, other, about) = (random.Value() * size / 1000, random.Value() * size / 1000, random.Next(2, 9));
            if (one == other)
                continue;
            var ticks = Ticks.Over(one, other, about);

            ticks.Least.ShouldBeLessThanOrEqualTo(Math.Min(one, other));
            ticks.Most.ShouldBeGreaterThanOrEqualTo(Math.Max(one, other));
            (Math.Min(one, other) - ticks.Least).ShouldBeLessThan(ticks.Step);
            (ticks.Most - Math.Max(one, other)).ShouldBeLessThan(ticks.Step);
            ticks.At.Count.ShouldBeInRange(2, about + 2);
            ticks.At.Zip(ticks.At.Skip(1), (from, to) => to - from).ShouldAllBe(step => step == ticks.Step);
            IsRound(ticks.Step).ShouldBeTrue($"{ticks.Step}");
            if (ticks.Least < 0 && ticks.Most > 0)
                ticks.At.ShouldContain(0);
        }
    }

    [Theory]
    [InlineData("999999999999999999", "999999999999999999")]
    [InlineData("999999999999999998.9999999", "999999999999999999")]
    [InlineData("-999999999999999999", "999999999999999999")]
    [InlineData("0", "0.00000000000000001")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void Bears_what_is_very_large_very_small_or_nearly_the_same(string least, string most) =>
        Ticks.Over(decimal.Parse(least, CultureInfo.InvariantCulture), decimal.Parse(most, CultureInfo.InvariantCulture))
            .At.Count.ShouldBeInRange(2, 7);

    private static bool IsRound(decimal step)
    {
        while (step < 1)
            step *= 10;
        while (step >= 10)
            step /= 10;
        return step is 1 or 2 or 5;
    }
}
