using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.UnitTests.Statistics;

public sealed class FollowingATrend
{
    [Fact]
    public void Finds_the_line_that_values_lie_on()
    {
        foreach (var random in Chance.Times(200))
        {
            var (start, step) = (random.Value(), random.Value());
            var trend = Of(Enumerable.Range(2015, random.Next(3, 12)).OrderBy(_ => random.Next()).Select(year => (year, start + step * (year - 2015))));

            trend.PerYear.ShouldBe(step);
            trend.For(2030).Value.ShouldBe(start + step * 15);
            trend.Fit.ShouldBe(1);
        }
    }

    [Fact]
    public void Leaves_nothing_over_on_either_side()
    {
        foreach (var random in Chance.Times(200))
        {
            List<(int Year, decimal Value)> values = [.. Enumerable.Range(2010, random.Next(3, 20)).Select(year => (year, random.Value()))];
            var trend = Of(values);

            values.Sum(value => value.Value - trend.For(value.Year).Value).ShouldBe(0, tolerance: 0.01m);
            trend.Fit.ShouldBeInRange(0, 1);
        }
    }

    [Fact]
    public void Moves_with_the_values()
    {
        foreach (var random in Chance.Times(100))
        {
            List<(int Year, decimal Value)> values = [.. Enumerable.Range(2018, 6).Select(year => (year, Math.Round(random.Value(), 3)))];
            var higher = Of(values.Select(value => (value.Year, value.Value + 100)));

            higher.For(2030).Value.ShouldBe(Of(values).For(2030).Value + 100);
            higher.PerYear.ShouldBe(Of(values).PerYear);
        }
    }

    [Fact]
    public void Agrees_with_a_spreadsheet()
    {
        var trend = Of([(2020, 90.1m), (2021, 91.0m), (2022, 92.4m), (2023, 92.2m), (2025, 95.3m)]);

        (trend.PerYear, trend.Count, trend.From, trend.To, trend.Fit).ShouldBe((0.99m, 5, 2020, 2025, 0.942));
        trend.For(2027).ShouldBe(new(2027, 96.97m, false));
    }

    [Fact]
    public void Stays_within_what_is_possible_and_says_so()
    {
        var trend = Of([(2020, 90), (2021, 94), (2022, 98)]);

        trend.For(2030, least: 0, most: 100).ShouldBe(new(2030, 100, true));
        trend.For(2000, least: 0, most: 100).ShouldBe(new(2000, 10, false));
        trend.For(1990, least: 0, most: 100).ShouldBe(new(1990, 0, true));
    }

    [Fact]
    public void Bears_the_largest_values()
    {
        var trend = Of([(1000, 999_999_999_999_999_999m), (5000, -999_999_999_999_999_999m), (9999, 999_999_999_999_999_999m)]);

        trend.For(9999).Value.ShouldBeGreaterThan(trend.For(1000).Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Is_refused_with_fewer_than_three_years(int years)
    {
        var finding = Trend.Of([.. Enumerable.Range(2020, years).Select(year => new YearValue(year, 5))]);

        finding.Said.ShouldBeNull();
        finding.Refused!.Reason.ShouldBe("TOO_FEW_VALUES");
        finding.Refused.Explanation.Vietnamese.ShouldBe($"Chỉ có {years} giá trị, cần ít nhất 3.");
    }

    [Fact]
    public void Takes_as_few_as_the_setting_says_but_never_one_year()
    {
        Trend.Of([new(2020, 5), new(2021, 6)], fewest: 2).Said!.PerYear.ShouldBe(1);
        Trend.Of([new(2020, 5), new(2020, 6), new(2020, 7)], fewest: 0).Refused!.Reason.ShouldBe("TOO_FEW_VALUES");
        Trend.Of([new(2020, 5), new(2021, 6), new(2022, 7)], fewest: 4).Refused!.Reason.ShouldBe("TOO_FEW_VALUES");
    }

    private static Trend Of(IEnumerable<(int Year, decimal Value)> values) =>
        Trend.Of([.. values.Select(value => new YearValue(value.Year, value.Value))]).Said!;
}
