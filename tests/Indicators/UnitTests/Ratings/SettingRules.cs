using SocialPolicy.Indicators.Domain.Ratings;

namespace SocialPolicy.Indicators.UnitTests.Ratings;

public sealed class SettingRules
{
    private static readonly Guid Plan = Guid.CreateVersion7();
    private static readonly Guid Indicator = Guid.CreateVersion7();
    private static readonly RatingException InPlan = new(Plan, null, AboutTolerance: 5, StrictMargin: 20);
    private static readonly RatingException OfIndicator = new(null, Indicator, AboutTolerance: 10, StrictCanBeExceeded: true, StrictMargin: 10);
    private static readonly RatingException InPlanOfIndicator = new(Plan, Indicator, AboutTolerance: 0, CapAtWhole: false);

    [Fact]
    public void Begins_with_the_habits_of_official_tables()
    {
        Of(ATarget.That("lt", 4, "down"), 3.1m, new()).ShouldBe(Verdict.Met);
        Of(ATarget.That("approx", 4, "down"), 2.79m, new()).ShouldBe(Verdict.Exceeded);
        Of(ATarget.That("range", 33, max: 34), 33.9m, new()).ShouldBe(Verdict.Met);
        Of(ATarget.That("range", 60, max: 62), 61, new()).ShouldBe(Verdict.Met);
        Of(ATarget.That("eq", 27, unit: "giường"), 27.5m, new()).ShouldBe(Verdict.Exceeded);
        Of(ATarget.That("eq", 89), 89, new()).ShouldBe(Verdict.Met);
        Of(ATarget.That("eq", 100), 100, new()).ShouldBe(Verdict.Met);
    }

    [Theory]
    [InlineData("lt", "down", 3.7, Verdict.Met)]
    [InlineData("lt", "down", 3.6, Verdict.Met)]
    [InlineData("lt", "down", 3.5, Verdict.Exceeded)]
    [InlineData("lt", "down", 4, Verdict.NotMet)]
    [InlineData("lt", "up", 1, Verdict.Met)]
    [InlineData("gt", "up", 4.4, Verdict.Met)]
    [InlineData("gt", "up", 4.5, Verdict.Exceeded)]
    [InlineData("gt", "down", 4.5, Verdict.Met)]
    public void Lets_less_than_be_exceeded_from_a_margin_on(string comparator, string direction, double value, Verdict verdict) =>
        Of(ATarget.That(comparator, 4, direction), (decimal)value, new(StrictCanBeExceeded: true, StrictMargin: 10)).ShouldBe(verdict);

    [Fact]
    public void Shows_the_margin()
    {
        var rating = Rater.Of(ATarget.That("lt", 4, "down"), new("2030".Period(), 3.5m), new RatingRules(StrictCanBeExceeded: true, StrictMargin: 10));

        rating.Explanation.ShouldBe(new(
            "Value 3.5 % for 2030; demanded is less than 4 % (exceeded beyond 10 %), less is better: exceeded.",
            "Giá trị 3,5 % kỳ 2030; yêu cầu dưới 4 % (vượt khi hơn quá 10 %), càng thấp càng tốt: vượt."));
        rating.Inputs.Select(input => input.Name).ShouldBe(["VALUE", "PERIOD", "DEMANDED", "MARGIN", "TARGET_YEAR"]);
    }

    [Fact]
    public void Can_let_a_whole_be_exceeded() => Of(ATarget.That("ge", 100), 100.5m, new(CapAtWhole: false)).ShouldBe(Verdict.Exceeded);

    [Fact]
    public void Takes_the_narrowest_exception_rule_by_rule()
    {
        RatingException[] any = [InPlanOfIndicator, InPlan, OfIndicator, new(Guid.CreateVersion7(), Indicator, PathTolerance: 99)];

        new RatingRules(PathTolerance: 3).For(Plan, Indicator, any).ShouldBe(new(
            AboutTolerance: 0, StrictCanBeExceeded: true, StrictMargin: 20, CapAtWhole: false, PathTolerance: 3));
    }

    [Fact]
    public void Takes_what_is_for_others_for_nobody_else()
    {
        RatingException[] any = [InPlanOfIndicator, InPlan, OfIndicator];

        new RatingRules().For(Plan, null, any).ShouldBe(new(AboutTolerance: 5, StrictMargin: 20));
        new RatingRules().For(null, Indicator, any).ShouldBe(new(AboutTolerance: 10, StrictCanBeExceeded: true, StrictMargin: 10));
        new RatingRules().For(Guid.CreateVersion7(), null, any).ShouldBe(new());
    }

    [Fact]
    public void Is_the_same_in_whatever_order_exceptions_come()
    {
        RatingException[] any = [InPlanOfIndicator, InPlan, OfIndicator];

        foreach (var random in Statistics.Chance.Times(20))
            new RatingRules().For(Plan, Indicator, any.OrderBy(_ => random.Next())).ShouldBe(new RatingRules().For(Plan, Indicator, any));
    }

    private static Verdict Of(Domain.Targets.TargetInForce target, decimal value, RatingRules rules) =>
        Rater.Of(target, new("2030".Period(), value), rules).Verdict;
}
