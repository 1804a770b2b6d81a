using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Statistics;
using static SocialPolicy.Indicators.UnitTests.Figures.AnArea;

namespace SocialPolicy.Indicators.UnitTests.Figures;

public sealed class AddingUpPeriods
{
    private static readonly AnArea Quarters = new AnArea().Said("2024-Q1", 1).Said("2024-Q2", 2).Said("2024-Q3", 4).Said("2024-Q4", 9);

    [Theory]
    [InlineData(OverTime.Sum, 16)]
    [InlineData(OverTime.Average, 4)]
    [InlineData(OverTime.Last, 9)]
    public void Is_done_as_the_indicator_says(OverTime over, int value)
    {
        var figure = Of(Quarters, "2024", Counted with { OverTime = over }).Said!;

        (figure.Value, figure.Basis, figure.Own).ShouldBe((value, FigureBasis.Accumulated, null));
    }

    [Fact]
    public void Weighs_rates_by_what_they_are_shares_of()
    {
        var halves = new AnArea().Said("2024-H1", 50, numerator: 5, denominator: 10).Said("2024-H2", 10, numerator: 9, denominator: 90);

        Of(halves, "2024", Rate).Said.ShouldSatisfyAllConditions(figure => figure!.Value.ShouldBe(14), figure => figure!.Periods.ShouldBe(2));
    }

    [Fact]
    public void Is_not_done_for_a_period_that_has_a_value_of_its_own()
    {
        var area = new AnArea().Said("2024-H1", 1).Said("2024-H2", 2).Said("2024", 5);

        Of(area, "2024", Counted).Said.ShouldSatisfyAllConditions(figure => figure!.Value.ShouldBe(5), figure => figure!.Basis.ShouldBe(FigureBasis.Observed));
    }

    [Fact]
    public void Takes_the_longest_periods_that_are_all_there()
    {
        var area = new AnArea().Said("2024-H1", 100).Said("2024-Q1", 1).Said("2024-Q2", 2).Said("2024-Q3", 4).Said("2024-Q4", 9);

        Of(area, "2024", Counted).Said!.Value.ShouldBe(16);
    }

    [Fact]
    public void Says_how_many_there_are_when_one_is_missing()
    {
        var refused = Of(new AnArea().Said("2024-01", 1).Said("2024-03", 1), "2024-Q1", Counted).Refused!;

        (refused.Reason, refused.Explanation.Vietnamese).ShouldBe(("PERIODS_MISSING", "Mới có số liệu của 2/3 kỳ tháng, chưa đủ để tính."));
    }

    [Fact]
    public void Needs_the_last_alone_of_what_stands_at_the_end()
    {
        var last = Counted with { OverTime = OverTime.Last };

        Of(new AnArea().Said("2024-12", 7), "2024", last).Said!.Value.ShouldBe(7);
        Of(new AnArea().Said("2024-11", 7), "2024", last).Refused!.Reason.ShouldBe("PERIODS_MISSING");
    }

    [Fact]
    public void Takes_nothing_that_is_only_expected() =>
        Of(new AnArea().Said("2024-H1", 1).Said("2024-H2", 2, estimate: true), "2024", Counted).Refused!.Reason.ShouldBe("PERIODS_MISSING");

    [Fact]
    public void Is_covered_as_its_worst_period()
    {
        var area = new AnArea().Added("2024-H1", 4, 8).Added("2024-H2", 1, 3).With(4);

        Of(area, "2024", Counted).Said.ShouldSatisfyAllConditions(figure => figure!.Value.ShouldBe(11), figure => figure!.Coverage.ShouldBe(new(1, 4)));
    }

    [Fact]
    public void Is_not_done_where_the_indicator_says_nothing_of_it() =>
        Of(Quarters, "2024", Counted with { OverTime = OverTime.None }).Refused!.Reason.ShouldBe("NOT_OBSERVED");

    [Fact]
    public void Knows_what_periods_are_made_of()
    {
        Made("2024").ShouldBe(["2024-H1 2024-H2", "2024-Q1 2024-Q2 2024-Q3 2024-Q4", string.Join(' ', Enumerable.Range(1, 12).Select(month => $"2024-{month:00}"))]);
        Made("2024-H2").ShouldBe(["2024-Q3 2024-Q4", "2024-07 2024-08 2024-09 2024-10 2024-11 2024-12"]);
        Made("2024-Q2").ShouldBe(["2024-04 2024-05 2024-06"]);
        Made("2024-05").ShouldBeEmpty();
        Made("2024-05-01").ShouldBeEmpty();
    }

    private static IEnumerable<string> Made(string period) => PeriodsWithin.Of(Period(period)).Select(parts => string.Join(' ', parts));

    private static Finding<Figure> Of(AnArea area, string period, Measure measure) => new FigureReader(measure).Of(area.Evidence, Period(period));
}
