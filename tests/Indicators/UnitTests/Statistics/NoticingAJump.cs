using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.UnitTests.Statistics;

public sealed class NoticingAJump
{
    [Theory]
    [InlineData(50, 60, 20, false)]
    [InlineData(50, 60.1, 20.2, true)]
    [InlineData(50, 39.9, -20.2, true)]
    [InlineData(-50, -60, -20, false)]
    [InlineData(-50, 50, 200, true)]
    [InlineData(50, 0, -100, true)]
    [InlineData(50, 50, 0, false)]
    public void Counts_per_cent_of_the_value_a_year_before(double before, double now, double percent, bool beyond)
    {
        var jump = Jump.Between(In("2024", (decimal)before), In("2025", (decimal)now), limit: 20).Said!;

        (jump.Percent, jump.Beyond).ShouldBe(((decimal)percent, beyond));
    }

    [Fact]
    public void Looks_at_what_was_measured_not_at_what_is_printed() =>
        Jump.Between(In("2024", 100_000), In("2025", 120_010), limit: 20).Said.ShouldNotBeNull().ShouldSatisfyAllConditions(
            jump => jump.Percent.ShouldBe(20),
            jump => jump.Beyond.ShouldBeTrue());

    [Fact]
    public void Bears_the_largest_change() =>
        Jump.Between(In("2024", 0.00000000000000001m), In("2025", -999_999_999_999_999_999m), limit: 20).Said!.Percent.ShouldBe(-1_000_000_000);

    [Theory]
    [InlineData("2023", "2025")]
    [InlineData("2024-Q1", "2025-Q2")]
    [InlineData("2024", "2025-H1")]
    public void Is_refused_for_another_period(string before, string now) =>
        Jump.Between(In(before, 5), In(now, 6), limit: 20).Refused!.Reason.ShouldBe("NOT_A_YEAR_BEFORE");

    [Fact]
    public void Is_refused_from_zero() => Jump.Between(In("2024", 0), In("2025", 6), limit: 20).Refused!.Reason.ShouldBe("CHANGE_FROM_ZERO");

    [Fact]
    public void Goes_through_a_series_period_by_period()
    {
        Level[] levels = [In("2025-Q1", 90), In("2024-Q2", 50), In("2023-Q1", 10), In("2024-Q1", 50), In("2025-Q2", 51), In("2024", 9)];

        Jump.In(levels, limit: 20).Select(jump => ($"{jump.Now.Period}", jump.Percent)).ShouldBe([("2024-Q1", 400), ("2025-Q1", 80)]);
    }

    private static Level In(string period, decimal value) =>
        new(ReportingPeriod.TryParse(period, out var parsed) ? parsed : throw new FormatException(period), value);
}
