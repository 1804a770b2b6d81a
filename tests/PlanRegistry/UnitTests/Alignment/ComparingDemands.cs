using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Alignment;

public sealed class ComparingDemands
{
    private const string Coverage = "dân số tham gia bảo hiểm y tế";

    [Theory]
    // More is better: the plan above on the left, the plan on the right.
    [InlineData("eq 95 up", "eq 95 up", "")]
    [InlineData("eq 95 up", "ge 95 up", "")]
    [InlineData("eq 95 up", "eq 94.5 up", "Weaker:NUMBER")]
    [InlineData("eq 95 up", "eq 98 up", "Stronger:NUMBER")]
    [InlineData("gt 95 up", "eq 95 up", "Weaker:SAME_NUMBER_OTHER_WORDS")]
    [InlineData("ge 95 up", "gt 95 up", "Stronger:SAME_NUMBER_OTHER_WORDS")]
    [InlineData("eq 75 up", "approx 75 up", "Weaker:SAME_NUMBER_OTHER_WORDS")]
    [InlineData("approx 75 up", "approx 75.5 up", "Stronger:NUMBER")]
    [InlineData("range 50-55 up", "eq 50 up", "")]
    [InlineData("range 50-55 up", "eq 49 up", "Weaker:NUMBER")]
    [InlineData("gt 40 up", "range 50-55 up", "Stronger:NUMBER")]
    // Less is better.
    [InlineData("lt 3 down", "lt 1.5 down", "Stronger:NUMBER")]
    [InlineData("lt 3 down", "lt 3.5 down", "Weaker:NUMBER")]
    [InlineData("lt 3 down", "le 3 down", "Weaker:SAME_NUMBER_OTHER_WORDS")]
    [InlineData("eq 16 down", "range 14-16 down", "")]
    [InlineData("eq 16 down", "range 14-17 down", "Weaker:NUMBER")]
    // The words of a bound say the direction themselves; of a bare number the other side may.
    [InlineData("ge 95 -", "ge 90 -", "Weaker:NUMBER")]
    [InlineData("eq 95 -", "eq 90 up", "Weaker:NUMBER")]
    [InlineData("eq 95 -", "eq 95 -", "")]
    [InlineData("eq 95 -", "eq 90 -", "NotComparable:DIRECTION")]
    [InlineData("ge 95 -", "le 90 -", "NotComparable:DIRECTION")]
    // Changes are compared by how much they change.
    [InlineData("decrease_by:ge 3 down", "decrease_by:eq 1 down", "Weaker:NUMBER")]
    [InlineData("decrease_by:ge 3 down", "decrease_by:gt 3 down", "Stronger:SAME_NUMBER_OTHER_WORDS")]
    [InlineData("increase_by:eq 1.5 up", "increase_by:range 1.5-2 up", "")]
    [InlineData("decrease_by:eq 3 down", "eq 5 down", "OtherDefinition:LEVEL_AND_CHANGE")]
    [InlineData("eq 0.7 up", "achieve - -", "NotComparable:STATE_AND_NUMBER")]
    [InlineData("achieve - -", "achieve - -", "")]
    public void Says_which_one_demands_more(string above, string below, string expected)
    {
        var report = ATarget.Check(Parse(above), Parse(below));

        ATarget.Kinds(report).ShouldBe(expected);
        (report.ComparedCount, report.EqualCount).ShouldBe((1, expected.Length == 0 ? 1 : 0));
    }

    [Theory]
    [InlineData(2025, 95, "Earlier:YEAR")]
    [InlineData(2025, 90, "Earlier:YEAR")]
    [InlineData(2025, 98, "Earlier:YEAR Stronger:NUMBER")]
    [InlineData(2035, 95, "Later:YEAR")]
    [InlineData(2035, 98, "Later:YEAR")]
    [InlineData(2035, 90, "Later:YEAR Weaker:NUMBER")]
    public void Says_more_of_another_year_only_where_it_holds_all_the_more(int year, int value, string expected) =>
        ATarget.Kinds(ATarget.Check(ATarget.Of(Coverage, Comparator.Eq, 95), ATarget.Of(Coverage, Comparator.Eq, value, year: year))).ShouldBe(expected);

    [Fact]
    public void Takes_the_last_year_of_the_plan_for_a_target_without_one()
    {
        var report = ATarget.Check(ATarget.Of(Coverage, Comparator.Eq, 95, year: null), ATarget.Of(Coverage, Comparator.Eq, 95, year: 2031));

        ATarget.Kinds(report).ShouldBe("Later:YEAR");
        report.Findings[0].Explanation.Vietnamese.ShouldContain("95 % vào năm 2030");
    }

    [Fact]
    public void Compares_changes_only_from_one_baseline_and_over_one_time()
    {
        var above = ATarget.Of("thu nhập bình quân đầu người", Comparator.IncreaseBy, 1.5m) with { Unit = "lần", Bound = Comparator.Gt, Baseline = "so với cuối năm 2020" };

        ATarget.Kinds(ATarget.Check(above, above with { Value = 2 })).ShouldBe("Stronger:NUMBER");
        ATarget.Kinds(ATarget.Check(above, above with { Baseline = "so với năm 2022" })).ShouldBe("OtherDefinition:BASELINE");
        var without = ATarget.Check(above, above with { Baseline = null }).Findings.ShouldHaveSingleItem();
        without.Explanation.Vietnamese.ShouldContain("tăng trên 1,5 lần vào năm 2030 không nêu gốc, trong khi 43/KH-UBND (UBND tỉnh Sơn La) ghi tăng trên 1,5 lần vào năm 2030 so với cuối năm 2020;");
        ATarget.Kinds(ATarget.Check(above, above with { PerYear = true })).ShouldBe("OtherDefinition:PER_YEAR");
    }

    [Fact]
    public void Counts_in_the_unit_behind_the_scale()
    {
        var above = ATarget.Of("thu nhập bình quân đầu người", Comparator.Eq, 60) with { Unit = "triệu đồng/người/năm" };

        ATarget.Kinds(ATarget.Check(above, above with { Value = 60_000, Unit = "nghìn đồng/người/năm" })).ShouldBe("");
        ATarget.Kinds(ATarget.Check(above, above with { Value = 59_000, Unit = "nghìn đồng/người/năm" })).ShouldBe("Weaker:NUMBER");
        ATarget.Kinds(ATarget.Check(above, above with { Unit = "USD/người/năm" })).ShouldBe("OtherUnit:UNIT");
    }

    [Fact]
    public void Never_calls_the_share_of_a_part_weaker_than_the_whole()
    {
        var whole = ATarget.Of("số lao động được tạo việc làm", Comparator.Gt, 90_000) with { Unit = "lượt người" };
        var part = whole with { Value = 5_000 };

        ATarget.Kinds(ATarget.Check(whole, part)).ShouldBe("NotComparable:PART_OF_A_TOTAL");
        ATarget.Kinds(Domain.Alignment.VerticalCheck.Compare(ATarget.In(whole), ATarget.In(part))).ShouldBe("Weaker:NUMBER");
    }

    private static Domain.Plans.PlanTarget Parse(string demand)
    {
        var parts = demand.Split(' ');
        var comparators = parts[0].Split(':').Select(BuildingBlocks.Domain.Text.Words.Read<Comparator>).ToList();
        var values = parts[1] == "-" ? [] : parts[1].Split('-').Select(number => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Direction? direction = parts[2] switch
        {
            "up" => Direction.Up,
            "down" => Direction.Down,
            _ => null,
        };
        return ATarget.Of(Coverage, comparators[0], values.Count > 0 ? values[0] : null, direction) with
        {
            ValueMax = values.Count > 1 ? values[1] : null,
            Bound = comparators.Count > 1 ? comparators[1] : null,
        };
    }
}
