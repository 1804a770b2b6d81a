using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.UnitTests.Statistics;

public sealed class FindingOutliers
{
    [Fact]
    public void Measures_how_far_a_sibling_lies_from_the_rest()
    {
        var outliers = Outliers.Of(Siblings(2, 4, 5, 6, 60)).Said!;

        (outliers.Median, outliers.Spread, outliers.ByMean).ShouldBe((5, 1, false));
        outliers.Scores.Select(score => score.Z).ShouldBe([-2.02, -0.67, 0, 0.67, 37.1]);
        outliers.Found.Select(score => score.Value).ShouldBe([60]);
    }

    [Fact]
    public void Is_not_misled_by_the_outlier_itself() =>
        Outliers.Of(Siblings(95, 96, 97, 96, 95, 9.6m, 97)).Said!.Found.Select(score => score.Value).ShouldBe([9.6m]);

    [Fact]
    public void Sees_the_only_one_that_differs()
    {
        var outliers = Outliers.Of(Siblings(100, 100, 100, 100, 100, 100, 40)).Said!;

        outliers.ByMean.ShouldBeTrue();
        outliers.Found.Select(score => score.Value).ShouldBe([40]);
    }

    [Fact]
    public void Finds_nothing_among_equals() => Outliers.Of(Siblings(7, 7, 7, 7, 7)).Said!.ShouldSatisfyAllConditions(
        outliers => outliers.Spread.ShouldBe(0),
        outliers => outliers.Found.ShouldBeEmpty());

    [Fact]
    public void Takes_the_limit_it_is_given()
    {
        Outliers.Of(Siblings(2, 4, 5, 6, 8), limit: 3.5).Said!.Found.ShouldBeEmpty();
        Outliers.Of(Siblings(2, 4, 5, 6, 8), limit: 2).Said!.Found.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(4, 5)]
    [InlineData(9, 10)]
    [InlineData(0, 0)]
    public void Is_refused_for_a_small_set(int count, int fewest)
    {
        var finding = Outliers.Of(Siblings([.. Enumerable.Range(0, count).Select(number => (decimal)number)]), fewest: fewest);

        (finding.Said, finding.Refused!.Reason).ShouldBe((null, "TOO_FEW_VALUES"));
    }

    [Fact]
    public void Says_the_same_in_any_unit_of_measure()
    {
        foreach (var random in Chance.Times(200))
        {
            decimal[] values = [.. Enumerable.Range(0, random.Next(5, 35)).Select(_ => random.Value())];
            var scaled = Outliers.Of(Siblings([.. values.Select(value => value * 1000 - 50)])).Said!;

            scaled.Scores.Select(score => score.Z).ShouldBe(Outliers.Of(Siblings(values)).Said!.Scores.Select(score => score.Z));
        }
    }

    private static UnitValue[] Siblings(params decimal[] values) => [.. values.Select((value, number) => new UnitValue($"{number}", value))];
}
