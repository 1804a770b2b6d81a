using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.UnitTests.Ratings;

public sealed class RatingAChange
{
    [Theory]
    [InlineData("eq", 5.5, Verdict.NotMet)]
    [InlineData("eq", 5, Verdict.Met)]
    [InlineData("eq", 4.5, Verdict.Exceeded)]
    [InlineData("ge", 5, Verdict.Met)]
    [InlineData("ge", 4.5, Verdict.Exceeded)]
    [InlineData("gt", 5, Verdict.NotMet)]
    [InlineData("gt", 4.5, Verdict.Met)]
    [InlineData("le", 5, Verdict.Met)]
    [InlineData("le", 7, Verdict.Met)]
    [InlineData("le", 4.5, Verdict.NotMet)]
    [InlineData("lt", 5, Verdict.NotMet)]
    [InlineData("approx", 5, Verdict.Met)]
    [InlineData(null, 5, Verdict.Met)]
    [InlineData("ge", 9, Verdict.NotMet)]
    public void Compares_points_lost_with_its_bound(string? bound, double value, Verdict verdict)
    {
        var rating = Of(ATarget.Change("decrease_by", 3, bound), (decimal)value, baseline: 8);

        (rating.Verdict, rating.Rule).ShouldBe((verdict, "DECREASE_BY"));
    }

    [Theory]
    [InlineData(7.1, Verdict.NotMet)]
    [InlineData(7, Verdict.Met)]
    [InlineData(6.5, Verdict.Met)]
    [InlineData(6.4, Verdict.Exceeded)]
    public void Takes_more_than_a_range_of_points_for_exceeded(double value, Verdict verdict) =>
        Of(ATarget.Change("decrease_by", 1, "range", max: 1.5m), (decimal)value, baseline: 8).Verdict.ShouldBe(verdict);

    [Fact]
    public void Counts_an_increase_the_other_way()
    {
        var schools = ATarget.Change("increase_by", 50, "gt", "trường", perYear: false);

        Of(schools, 151, baseline: 100).Verdict.ShouldBe(Verdict.Met);
        Of(schools, 150, baseline: 100).Verdict.ShouldBe(Verdict.NotMet);
        Of(schools, 80, baseline: 100).PercentOfTarget.ShouldBe("");
    }

    [Fact]
    public void Counts_times_as_a_quotient()
    {
        var income = ATarget.Change("increase_by", 1.5m, "gt", "lần", perYear: false);

        Of(income, 46, baseline: 30).Verdict.ShouldBe(Verdict.Met);
        Of(income, 45, baseline: 30).Verdict.ShouldBe(Verdict.NotMet);
        Of(ATarget.Change("decrease_by", 2, "ge", "lần", perYear: false), 4, baseline: 8).Verdict.ShouldBe(Verdict.Met);
    }

    [Fact]
    public void Counts_per_cent_from_the_baseline()
    {
        var income = ATarget.Change("increase_by", 10, "ge", "%", perYear: false);

        Of(income, 330, baseline: 300).Verdict.ShouldBe(Verdict.Met);
        Of(income, 329, baseline: 300).Verdict.ShouldBe(Verdict.NotMet);
        Of(income, 400, baseline: 300).PercentOfTarget.ShouldBe("333.3");
    }

    [Fact]
    public void Says_from_where_to_where()
    {
        var rating = Of(ATarget.Change("decrease_by", 3, "ge"), 5.2m, baseline: 8.4m);

        rating.Explanation.ShouldBe(new(
            "Decrease of 3.2 điểm %/năm from 8.4 for 2029 to 5.2 for 2030; demanded is at least 3 điểm %/năm, more is better: exceeded.",
            "Mức giảm 3,2 điểm %/năm từ 8,4 kỳ 2029 đến 5,2 kỳ 2030; yêu cầu ít nhất 3 điểm %/năm, càng cao càng tốt: vượt."));
        rating.PercentOfTarget.ShouldBe("106.7");
    }

    [Fact]
    public void Is_left_to_a_person_without_a_baseline()
    {
        var rating = Rater.Of(ATarget.Change("decrease_by", 3, "ge"), new(Year(2030), 5), new RatingRules());

        (rating.Verdict, rating.Rule, rating.Satisfied).ShouldBe((Verdict.NotRated, RatingRule.WithoutBaseline, null));
        rating.Explanation.English.ShouldContain("no value for 2029");
        rating.Explanation.Vietnamese.ShouldContain("kỳ 2029");
    }

    [Theory]
    [InlineData("%")]
    [InlineData("lần")]
    public void Is_left_to_a_person_when_it_would_divide_by_nothing(string unit) =>
        Of(ATarget.Change("increase_by", 2, "ge", unit, perYear: false), 5, baseline: 0).Rule.ShouldBe(RatingRule.BaselineUnusable);

    [Fact]
    public void Is_not_due_before_the_target_s_year()
    {
        var rating = Rater.Of(ATarget.Change("decrease_by", 3, "ge"), new(Year(2026), 5, Baseline: new(Year(2025), 9)), new RatingRules());

        (rating.Verdict, rating.Rule, rating.Satisfied).ShouldBe((Verdict.NotDue, RatingRule.BeforeTargetYear, true));
    }

    [Fact]
    public void Starts_from_the_same_period_a_year_before_when_it_is_of_each_year()
    {
        Level[] levels = [new(Year(2023), 9), new(Year(2024), 8), new(Quarter(2024, 4), 7), new(Year(2025), 6)];
        var target = ATarget.Change("decrease_by", 1, "ge");

        Change.BaselineOf(target, Year(2025), levels).ShouldBe(levels[1]);
        Change.BaselineOf(target, Quarter(2025, 4), levels).ShouldBe(levels[2]);
        Change.BaselineOf(target, Year(2023), levels).ShouldBeNull();
    }

    [Fact]
    public void Starts_from_the_earliest_value_of_the_same_period_otherwise()
    {
        Level[] levels = [new(Year(2024), 8), new(Quarter(2022, 4), 7), new(Year(2023), 9), new(Year(2025), 6)];
        var target = ATarget.Change("increase_by", 1, "ge", perYear: false);

        Change.BaselineOf(target, Year(2025), levels).ShouldBe(levels[2]);
        Change.BaselineOf(target, Year(2023), levels).ShouldBeNull();
    }

    private static Rating Of(TargetInForce target, decimal value, decimal baseline) =>
        Rater.Of(target, new(Year(2030), value, Baseline: new(Year(2029), baseline)), new RatingRules());

    private static ReportingPeriod Year(int year) => new(PeriodKind.Year, year);

    private static ReportingPeriod Quarter(int year, int number) => new(PeriodKind.Quarter, year, number);
}
