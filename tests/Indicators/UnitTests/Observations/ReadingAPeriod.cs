using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.UnitTests.Observations;

public sealed class ReadingAPeriod
{
    [Theory]
    [InlineData("2024", 0, "2024-01-01", "2024-12-31", 12)]
    [InlineData("2024-H1", 1, "2024-01-01", "2024-06-30", 6)]
    [InlineData("2024-H2", 2, "2024-07-01", "2024-12-31", 6)]
    [InlineData("2024-Q1", 11, "2024-01-01", "2024-03-31", 3)]
    [InlineData("2024-Q4", 14, "2024-10-01", "2024-12-31", 3)]
    [InlineData("2024-02", 22, "2024-02-01", "2024-02-29", 1)]
    [InlineData("2024-12", 32, "2024-12-01", "2024-12-31", 1)]
    [InlineData("2024-01-01", 101, "2024-01-01", "2024-01-01", 0)]
    [InlineData("2024-12-31", 466, "2024-12-31", "2024-12-31", 0)]
    public void Knows_its_number_and_its_days(string text, int number, string first, string last, int months)
    {
        ObservedPeriod.TryParse(text, out var period).ShouldBeTrue();

        period.Value.ShouldSatisfyAllConditions(
            read => read.Number.ShouldBe((short)number),
            read => $"{read.FirstDay:yyyy-MM-dd}".ShouldBe(first),
            read => $"{read.LastDay:yyyy-MM-dd}".ShouldBe(last),
            read => read.Months.ShouldBe(months),
            read => read.ToString().ShouldBe(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-13")]
    [InlineData("2024-H3")]
    [InlineData("2024-Q0")]
    [InlineData("2023-02-29")]
    [InlineData("1899")]
    [InlineData("2156")]
    [InlineData("1899-12-31")]
    [InlineData("2024-1-1")]
    [InlineData("24")]
    public void Takes_no_other_form(string text) => ObservedPeriod.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Gives_every_period_of_a_year_back()
    {
        var reporting = new[] { (PeriodKind.Year, 1), (PeriodKind.Half, 2), (PeriodKind.Quarter, 4), (PeriodKind.Month, 12) }
            .SelectMany(kind => Enumerable.Range(1, kind.Item2).Select(number => new ReportingPeriod(kind.Item1, 2024, number)));
        foreach (var period in reporting)
            ObservedPeriod.Of(period).Reporting.ShouldBe(period);
        for (var day = new DateOnly(2024, 1, 1); day.Year == 2024; day = day.AddDays(1))
            ObservedPeriod.Of(day).FirstDay.ShouldBe(day);
    }

    [Theory]
    [InlineData("2024-Q3", "2023-Q3")]
    [InlineData("2024-02-29", "2023-02-28")]
    [InlineData("2025-03-01", "2024-03-01")]
    public void Knows_the_same_a_year_before(string text, string before)
    {
        ObservedPeriod.TryParse(text, out var period).ShouldBeTrue();

        period.Value.YearBefore.ToString().ShouldBe(before);
    }
}
