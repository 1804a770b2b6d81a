using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.UnitTests.Ratings;

public sealed class AwaitingAJudgement
{
    private static readonly TargetInForce State = ATarget.That("achieve", null, null, unit: null);

    [Theory]
    [InlineData("2026", Verdict.NotDue, RatingRule.BeforeTargetYear)]
    [InlineData("2030-H1", Verdict.NotDue, RatingRule.WithinTargetYear)]
    [InlineData("2030", Verdict.NeedsJudgement, RatingRule.WithoutJudgement)]
    [InlineData("2031-Q1", Verdict.NeedsJudgement, RatingRule.WithoutJudgement)]
    public void Begins_when_the_target_is_due(string asOf, Verdict verdict, string rule)
    {
        var rating = Rater.Of(State, null, new RatingRules(), asOf: asOf.Period());

        (rating.Verdict, rating.Rule, rating.Satisfied).ShouldBe((verdict, rule, null));
        rating.Inputs.Select(input => (input.Name, input.Value.Vietnamese)).ShouldBe([("TARGET_YEAR", "2030")]);
    }

    [Fact]
    public void Is_at_once_for_a_target_without_a_year()
    {
        var rating = Rater.Of(State with { Year = null }, null, new RatingRules(), asOf: "2024-01".Period());

        rating.Verdict.ShouldBe(Verdict.NeedsJudgement);
        rating.Explanation.ShouldBe(new(
            "It is due in 2024-01, and only a person can say whether it is achieved.",
            "Đã đến hạn ở kỳ 2024-01; do người có trách nhiệm đánh giá, chưa có kết luận."));
    }

    [Fact]
    public void Is_not_over_with_a_number() =>
        Rater.Of(State, new("2030".Period(), 96), new RatingRules()).Verdict.ShouldBe(Verdict.NeedsJudgement);

    [Fact]
    public void Ends_with_the_judgement()
    {
        var rating = Rater.Of(State, new("2030".Period(), null, Achieved: true), new RatingRules(), asOf: "2031".Period());

        rating.Verdict.ShouldBe(Verdict.Met);
        rating.Inputs.Select(input => (input.Name, input.Value.English)).ShouldBe([("JUDGEMENT", "achieved"), ("PERIOD", "2030"), ("TARGET_YEAR", "2030")]);
    }

    [Fact]
    public void Is_nothing_of_a_vision() =>
        Rater.Of(State with { Section = "vision" }, null, new RatingRules(), asOf: "2045".Period()).Verdict.ShouldBe(Verdict.NotRated);

    [Fact]
    public void Is_nothing_of_a_number() => Rater.Of(ATarget.That("ge", 95), null, new RatingRules(), asOf: "2031".Period()).Verdict.ShouldBe(Verdict.NoData);

    [Fact]
    public void Is_unknown_while_nobody_says_of_when() => Rater.Of(State, null, new RatingRules()).Verdict.ShouldBe(Verdict.NoData);
}
