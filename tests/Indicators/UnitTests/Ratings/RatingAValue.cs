using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Targets;
using SocialPolicy.Indicators.UnitTests.Samples;

namespace SocialPolicy.Indicators.UnitTests.Ratings;

public sealed class RatingAValue
{
    private static readonly RatingRules Usual = new();

    [Theory]
    [InlineData("eq", "up", 94.99, Verdict.NotMet)]
    [InlineData("eq", "up", 95, Verdict.Met)]
    [InlineData("eq", "up", 95.01, Verdict.Exceeded)]
    [InlineData("eq", "down", 95.01, Verdict.NotMet)]
    [InlineData("eq", "down", 95, Verdict.Met)]
    [InlineData("eq", "down", 94.99, Verdict.Exceeded)]
    [InlineData("eq", null, 94, Verdict.NotMet)]
    [InlineData("eq", null, 96, Verdict.Exceeded)]
    [InlineData("ge", "up", 94.9, Verdict.NotMet)]
    [InlineData("ge", "up", 95, Verdict.Met)]
    [InlineData("ge", "up", 95.1, Verdict.Exceeded)]
    [InlineData("ge", null, 95.1, Verdict.Exceeded)]
    [InlineData("ge", "down", 95.1, Verdict.Met)]
    [InlineData("gt", "up", 94.9, Verdict.NotMet)]
    [InlineData("gt", "up", 95, Verdict.NotMet)]
    [InlineData("gt", "up", 99, Verdict.Met)]
    [InlineData("le", "down", 95.1, Verdict.NotMet)]
    [InlineData("le", "down", 95, Verdict.Met)]
    [InlineData("le", "down", 94.9, Verdict.Exceeded)]
    [InlineData("le", null, 94.9, Verdict.Exceeded)]
    [InlineData("le", "up", 94.9, Verdict.Met)]
    [InlineData("lt", "down", 95.1, Verdict.NotMet)]
    [InlineData("lt", "down", 95, Verdict.NotMet)]
    [InlineData("lt", "down", 3.1, Verdict.Met)]
    [InlineData("approx", "up", 94.99, Verdict.NotMet)]
    [InlineData("approx", "up", 95, Verdict.Met)]
    [InlineData("approx", "up", 95.01, Verdict.Exceeded)]
    [InlineData("approx", "down", 95.01, Verdict.NotMet)]
    [InlineData("approx", "down", 94.99, Verdict.Exceeded)]
    [InlineData("approx", null, 95.01, Verdict.Exceeded)]
    public void Is_direction_aware(string comparator, string? direction, double value, Verdict verdict)
    {
        var rating = Of(ATarget.That(comparator, 95, direction), (decimal)value);

        rating.Verdict.ShouldBe(verdict);
        rating.Satisfied.ShouldBe(verdict is Verdict.Met or Verdict.Exceeded);
        rating.Rule.ShouldBe(RatingRule.Of(comparator));
    }

    [Theory]
    [InlineData("up", 74.9, Verdict.NotMet)]
    [InlineData("up", 75, Verdict.Met)]
    [InlineData("up", 80, Verdict.Met)]
    [InlineData("up", 80.1, Verdict.Exceeded)]
    [InlineData("down", 80.1, Verdict.NotMet)]
    [InlineData("down", 77, Verdict.Met)]
    [InlineData("down", 74.9, Verdict.Exceeded)]
    [InlineData(null, 74.9, Verdict.NotMet)]
    [InlineData(null, 77, Verdict.Met)]
    [InlineData(null, 80.1, Verdict.NotMet)]
    public void Exceeds_a_range_beyond_its_good_end_only(string? direction, double value, Verdict verdict) =>
        Of(ATarget.That("range", 75, direction, max: 80), (decimal)value).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("eq")]
    [InlineData("ge")]
    [InlineData("approx")]
    public void Never_exceeds_all_of_it(string comparator) => Of(ATarget.That(comparator, 100), 100.5m).Verdict.ShouldBe(Verdict.Met);

    [Fact]
    public void Never_exceeds_a_range_that_ends_with_all_of_it() => Of(ATarget.That("range", 95, max: 100), 100.5m).Verdict.ShouldBe(Verdict.Met);

    [Fact]
    public void Can_exceed_a_hundred_of_anything_else() => Of(ATarget.That("eq", 100, unit: "giường"), 101).Verdict.ShouldBe(Verdict.Exceeded);

    [Theory]
    [InlineData(90.24, Verdict.NotMet)]
    [InlineData(90.25, Verdict.Met)]
    [InlineData(99.75, Verdict.Met)]
    [InlineData(99.76, Verdict.Exceeded)]
    public void Takes_about_as_wide_as_the_installation_says_and_shows_it(double value, Verdict verdict)
    {
        var rating = Rater.Of(ATarget.That("approx", 95), In(2030, (decimal)value), new RatingRules(AboutTolerance: 5));

        rating.Verdict.ShouldBe(verdict);
        rating.Explanation.English.ShouldContain("tolerance ±5 %");
        rating.Explanation.Vietnamese.ShouldContain("dung sai ±5 %");
    }

    [Fact]
    public void Shows_that_about_has_no_tolerance_by_default() =>
        Of(ATarget.That("approx", 95), 95).Explanation.English.ShouldContain("tolerance ±0 %");

    [Fact]
    public void Says_what_it_took_for_granted_of_a_number_without_a_direction()
    {
        Of(ATarget.That("eq", 95, direction: null), 96).Explanation.English.ShouldContain("taken for a floor since the target does not say");
        Of(ATarget.That("eq", 95), 96).Explanation.English.ShouldNotContain("taken for");
    }

    [Fact]
    public void Explains_itself_in_both_languages()
    {
        var rating = Rater.Of(ATarget.That("gt", 95), new(Period("2030"), 96.5m, Estimate: true), Usual);

        rating.Explanation.ShouldBe(new(
            "Value 96.5 % for 2030 (estimate); demanded is more than 95 %, more is better: met.",
            "Giá trị 96,5 % kỳ 2030 (ước thực hiện); yêu cầu trên 95 %, càng cao càng tốt: đạt."));
    }

    [Theory]
    [InlineData("2029", RatingRule.BeforeTargetYear)]
    [InlineData("2029-12", RatingRule.BeforeTargetYear)]
    [InlineData("2030-H1", RatingRule.WithinTargetYear)]
    [InlineData("2030-11", RatingRule.WithinTargetYear)]
    public void Is_not_due_before_the_target_s_year_ends_and_says_how_it_stands(string period, string rule)
    {
        var behind = Rater.Of(ATarget.That("ge", 95), new(Period(period), 90), Usual);
        var ahead = Rater.Of(ATarget.That("ge", 95), new(Period(period), 97), Usual);

        (behind.Verdict, behind.Rule, behind.Satisfied, behind.PercentOfTarget).ShouldBe((Verdict.NotDue, rule, false, "94.7"));
        (ahead.Verdict, ahead.Rule, ahead.Satisfied, ahead.PercentOfTarget).ShouldBe((Verdict.NotDue, rule, true, "102.1"));
        behind.Explanation.English.ShouldBe($"Not due before the end of 2030: Value 90 % for {period}; demanded is at least 95 %, more is better; as it stands it does not satisfy yet.");
        ahead.Explanation.Vietnamese.ShouldEndWith("hiện đã đáp ứng.");
    }

    [Theory]
    [InlineData("2030")]
    [InlineData("2030-H2")]
    [InlineData("2030-Q4")]
    [InlineData("2030-12")]
    [InlineData("2031-Q1")]
    public void Is_due_with_the_period_that_closes_the_target_s_year(string period) =>
        Rater.Of(ATarget.That("ge", 95), new(Period(period), 90), Usual).Verdict.ShouldBe(Verdict.NotMet);

    [Fact]
    public void Is_always_due_for_a_target_without_a_year() =>
        Rater.Of(ATarget.That("ge", 95) with { Year = null }, In(2024, 90), Usual).Verdict.ShouldBe(Verdict.NotMet);

    [Theory]
    [InlineData(null)]
    [InlineData(99)]
    public void Never_rates_a_vision(int? value)
    {
        var rating = Rater.Of(ATarget.That("ge", 95) with { Section = "vision" }, value is { } given ? In(2045, given) : null, Usual);

        (rating.Verdict, rating.Rule, rating.Satisfied).ShouldBe((Verdict.NotRated, RatingRule.Vision, null));
    }

    [Fact]
    public void Is_without_data_when_there_is_no_value()
    {
        var rating = Rater.Of(ATarget.That("ge", 95), null, Usual);

        (rating.Verdict, rating.Rule, rating.Satisfied, rating.PercentOfTarget).ShouldBe((Verdict.NoData, RatingRule.NoObservation, null, ""));
    }

    [Theory]
    [InlineData(null, 95.0, null)]
    [InlineData("ge", null, null)]
    [InlineData("range", 75.0, null)]
    [InlineData("range", 75.0, 70.0)]
    public void Is_left_to_a_person_when_no_rule_can_compare(string? comparator, double? demanded, double? max)
    {
        var rating = Of(ATarget.That(comparator, (decimal?)demanded, max: (decimal?)max), 96);

        (rating.Verdict, rating.Rule, rating.Satisfied).ShouldBe((Verdict.NotRated, RatingRule.NotUnderstood, null));
    }

    [Theory]
    [InlineData(true, "2030", Verdict.Met)]
    [InlineData(false, "2030", Verdict.NotMet)]
    [InlineData(false, "2026", Verdict.NotDue)]
    public void Takes_a_person_s_judgement_of_a_state_to_reach(bool achieved, string period, Verdict verdict)
    {
        var rating = Rater.Of(ATarget.That("achieve", null, null, unit: null), new(Period(period), null, achieved), Usual);

        (rating.Verdict, rating.Satisfied, rating.PercentOfTarget).ShouldBe((verdict, achieved, ""));
    }

    [Theory]
    [InlineData("ge", "up", 97.375, "102.5")]
    [InlineData("eq", "up", 0, "0.0")]
    [InlineData("gt", "up", 95, "100.0")]
    [InlineData("lt", "down", 3, "")]
    [InlineData("le", "down", 3, "")]
    [InlineData("eq", "down", 3, "")]
    public void Shows_the_share_of_the_demanded_where_more_is_better(string comparator, string direction, double value, string percent) =>
        Of(ATarget.That(comparator, 95, direction), (decimal)value).PercentOfTarget.ShouldBe(percent);

    [Fact]
    public void Shows_no_share_of_nothing() => Of(ATarget.That("ge", 0, unit: "trường"), 3).PercentOfTarget.ShouldBe("");

    [Fact]
    public void Survives_the_largest_value_beside_the_smallest_demand() =>
        Of(ATarget.That("ge", 0.00000000000000001m, unit: "trường"), 999_999_999_999_999_999m).ShouldSatisfyAllConditions(
            rating => rating.Verdict.ShouldBe(Verdict.Exceeded),
            rating => rating.PercentOfTarget.ShouldBe(""));

    [Fact]
    public void Finds_a_rule_for_every_target_of_the_samples()
    {
        var targets = SampleTargets.All;
        targets.Count.ShouldBeGreaterThanOrEqualTo(168);

        foreach (var target in targets)
        {
            var measured = target.Comparator == "achieve"
                ? new Measured(Period("2045"), null, true)
                : new Measured(Period("2045"), target.Value, Baseline: new(Period("2044"), target.Value!.Value));
            var rating = Rater.Of(target, measured, Usual);

            rating.Verdict.ShouldNotBe(Verdict.NoData, target.Indicator);
            (rating.Verdict is Verdict.NotRated).ShouldBe(target.Section == "vision", target.Indicator);
            rating.Explanation.English.ShouldNotBeEmpty();
            rating.Explanation.Vietnamese.ShouldNotBeEmpty();
            var itself = target.Comparator is not ("gt" or "lt" or "decrease_by" or "increase_by");
            if (target.Section != "vision")
                rating.Satisfied.ShouldBe(itself, target.Indicator);
        }
    }

    private static Rating Of(TargetInForce target, decimal value) => Rater.Of(target, In(2030, value), Usual);

    private static Measured In(int year, decimal value) => new(new ReportingPeriod(PeriodKind.Year, year), value);

    private static ReportingPeriod Period(string text) => ReportingPeriod.TryParse(text, out var period) ? period : throw new FormatException(text);
}
