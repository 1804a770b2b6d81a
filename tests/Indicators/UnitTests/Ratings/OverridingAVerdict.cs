using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Ratings;

namespace SocialPolicy.Indicators.UnitTests.Ratings;

public sealed class OverridingAVerdict
{
    private const string Officer = "officers/nguyen-thi-hoa";
    private static readonly DateTimeOffset Now = new(2031, 1, 20, 3, 0, 0, TimeSpan.Zero);
    private static readonly Rating Missed = Rated(94.9m);

    [Fact]
    public void Shows_both_verdicts_and_counts_the_person_s()
    {
        var standing = new Standing(Missed, "2030".Period(), Put(Missed, Verdict.Met));

        (standing.Verdict, standing.Rating.Verdict, standing.IsOutdated).ShouldBe((Verdict.Met, Verdict.NotMet, false));
        standing.Override.ShouldBe(new("2030".Period(), Verdict.Met, Verdict.NotMet, "AT_LEAST", "Số làm tròn theo công văn 12", Officer, Now));
    }

    [Fact]
    public void Counts_what_the_rules_say_while_nobody_says_otherwise() => new Standing(Missed, "2030".Period()).Verdict.ShouldBe(Verdict.NotMet);

    [Fact]
    public void Is_outdated_by_another_verdict_of_the_rules()
    {
        var standing = new Standing(Rated(96), "2030".Period(), Put(Missed, Verdict.Met));

        (standing.Verdict, standing.IsOutdated).ShouldBe((Verdict.Exceeded, true));
    }

    [Fact]
    public void Is_outdated_by_the_value_of_another_period() =>
        new Standing(Missed, "2031".Period(), Put(Missed, Verdict.Met)).ShouldSatisfyAllConditions(
            standing => standing.Verdict.ShouldBe(Verdict.NotMet),
            standing => standing.IsOutdated.ShouldBeTrue());

    [Fact]
    public void Is_what_gave_the_verdict_while_it_counts()
    {
        new Standing(Missed, "2030".Period(), Put(Missed, Verdict.Met)).Rule.ShouldBe("OVERRIDDEN");
        new Standing(Missed, "2031".Period(), Put(Missed, Verdict.Met)).Rule.ShouldBe("AT_LEAST");
        new Standing(Missed, "2030".Period()).Rule.ShouldBe("AT_LEAST");
    }

    [Fact]
    public void Outlives_a_correction_that_changes_nothing() =>
        new Standing(Rated(94.8m), "2030".Period(), Put(Missed, Verdict.Met)).Verdict.ShouldBe(Verdict.Met);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Is_refused_without_a_reason(string reason) => ShouldBreak(Missed, Verdict.Met, reason).ShouldBe(["OVERRIDE_REASON_REQUIRED"]);

    [Fact]
    public void Is_refused_when_it_says_the_same() => ShouldBreak(Missed, Verdict.NotMet).ShouldBe(["VERDICT_UNCHANGED"]);

    [Theory]
    [InlineData(Verdict.NoData)]
    [InlineData(Verdict.NotDue)]
    [InlineData(Verdict.NeedsJudgement)]
    public void Is_refused_for_what_no_person_decides(Verdict verdict) => ShouldBreak(Missed, verdict).ShouldBe(["VERDICT_NOT_A_JUDGEMENT"]);

    [Fact]
    public void Is_refused_of_a_vision() =>
        ShouldBreak(Rater.Of(ATarget.That("ge", 95) with { Section = "vision" }, null, new RatingRules()), Verdict.Met).ShouldBe(["VISION_NOT_RATED"]);

    [Fact]
    public void Names_every_mistake_at_once() => ShouldBreak(Missed, Verdict.NotMet, "").ShouldBe(["VERDICT_UNCHANGED", "OVERRIDE_REASON_REQUIRED"]);

    private static Rating Rated(decimal value) => Rater.Of(ATarget.That("ge", 95), new("2030".Period(), value), new RatingRules());

    private static Override Put(Rating rating, Verdict verdict, string reason = " Số làm tròn theo công văn 12 ") =>
        Override.Of(rating, "2030".Period(), verdict, reason, Officer, Now);

    private static IReadOnlyList<string> ShouldBreak(Rating rating, Verdict verdict, string reason = "Số làm tròn") =>
        [.. Should.Throw<RuleBroken>(() => Put(rating, verdict, reason)).Rules.Select(rule => rule.Reason)];
}
