using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.UnitTests.Ratings;

public sealed class FindingTheWay
{
    private static readonly TargetInForce Target = Due(2030, 95);

    [Fact]
    public void Takes_what_the_plan_demands_earlier_in_order_of_years() =>
        Of(Due(2035, 99), Due(2028, 90), Due(2026, 80), Due(2030, 1), Target).ShouldBe([new(2026, 80), new(2028, 90)]);

    [Fact]
    public void Takes_the_better_end_of_a_range_and_nothing_of_a_state() =>
        Of(ATarget.That("range", 70, "up", max: 75) with { Year = 2026 }, ATarget.That("achieve", null) with { Year = 2027 }).ShouldBe([new(2026, 70)]);

    [Fact]
    public void Takes_nothing_that_is_demanded_of_others_or_elsewhere() => Of(
        Due(2026, 80) with { Population = "trẻ em" },
        Due(2026, 80) with { Geography = "nông thôn" },
        Due(2026, 80) with { Section = "vision" },
        Due(2026, 80) with { Unit = "người" }).ShouldBeEmpty();

    [Fact]
    public void Takes_changes_for_the_way_to_a_change_and_levels_for_that_to_a_level()
    {
        var (sooner, later) = (ATarget.Change("increase_by", 5, "ge", "%", perYear: false) with { Year = 2027 }, ATarget.Change("increase_by", 9, "ge", "%", perYear: false));

        Of(sooner).ShouldBeEmpty();
        Waypoints.Of(later, [sooner, Due(2026, 80)], null).Milestones.ShouldBe([new(2027, 5)]);
    }

    [Fact]
    public void Begins_where_it_is_told() => Waypoints.Of(Target, [], new(2025, 75)).Baseline.ShouldBe(new(2025, 75));

    private static TargetInForce Due(int year, decimal value) => ATarget.That("ge", value) with { Year = year };

    private static IReadOnlyList<Milestone> Of(params TargetInForce[] others) => Waypoints.Of(Target, others, null).Milestones;
}
