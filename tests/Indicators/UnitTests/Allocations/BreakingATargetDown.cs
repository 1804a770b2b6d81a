using SocialPolicy.Indicators.Domain.Allocations;

namespace SocialPolicy.Indicators.UnitTests.Allocations;

public sealed class BreakingATargetDown
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    private static readonly AllocatedTarget Jobs = new(Guid.CreateVersion7(), "ge", IsVision: false, AddsUp: true, new(0, null), EachYear: null, new Dictionary<int, decimal> { [2030] = 100.5m, [2028] = 40m });

    [Fact]
    public void Takes_shares_that_are_together_what_is_demanded() => Reasons(Jobs, Of(First, 60.25m), Of(Second, 40.25m), Of(First, 40m, 2028)).ShouldBeEmpty();

    [Theory]
    [InlineData("100.4")]
    [InlineData("100.500001")]
    [InlineData("0")]
    public void Tolerates_no_difference(string sum)
    {
        var broken = Allocation.Broken(Jobs, [Of(First, decimal.Parse(sum, System.Globalization.CultureInfo.InvariantCulture))]).ShouldHaveSingleItem();

        (broken.Reason, broken.Facts["demanded"], broken.Facts["year"]).ShouldBe(("SHARES_DISAGREE", "100.5", "2030"));
    }

    [Fact]
    public void Takes_any_sum_of_a_year_of_which_nothing_is_demanded() => Reasons(Jobs, Of(First, 7m, 2029)).ShouldBeEmpty();

    [Fact]
    public void Asks_the_same_of_each_year_where_the_target_does()
    {
        var each = Jobs with { EachYear = 20m, OfYears = new Dictionary<int, decimal>() };

        Reasons(each, Of(First, 20m, 2026), Of(Second, 20m, 2027)).ShouldBeEmpty();
        Reasons(each, Of(First, 19m, 2026)).ShouldBe(["SHARES_DISAGREE"]);
    }

    [Fact]
    public void Adds_no_shares_up_of_what_does_not_add_up() =>
        Reasons(Jobs with { AddsUp = false }, Of(First, 3m), Of(Second, 5m) with { Level = "province" }).ShouldBeEmpty();

    [Fact]
    public void Mixes_no_levels() => Reasons(Jobs, Of(First, 60.25m), Of(Second, 40.25m) with { Level = "province" }).ShouldBe(["SHARES_OF_SEVERAL_LEVELS"]);

    [Fact]
    public void Names_every_share_that_is_wrong() => Reasons(Jobs, Of(First, -1m), Of(First, 5m), Of(Second, 5m) with { Within = false }, Of(Second, 5m, 1999))
        .ShouldBe(["VALUE_OUT_OF_RANGE", "SHARE_REPEATED", "UNIT_NOT_OF_TARGET", "YEAR_OUT_OF_RANGE"]);

    [Theory]
    [InlineData("range", false)]
    [InlineData("achieve", false)]
    [InlineData("decrease_by", false)]
    [InlineData(null, false)]
    [InlineData("ge", true)]
    public void Breaks_nothing_down_but_a_number(string? comparator, bool vision) =>
        Reasons(Jobs with { Comparator = comparator, IsVision = vision }, Of(First, 100.5m)).ShouldBe(["TARGET_NOT_ALLOCATABLE"]);

    private static GivenShare Of(Guid unit, decimal value, int year = 2030) => new(new(year, unit, value), "Phường 1", "commune", Within: true, "shares[0].value");

    private static IEnumerable<string> Reasons(AllocatedTarget target, params GivenShare[] shares) => Allocation.Broken(target, shares).Select(rule => rule.Reason);
}
