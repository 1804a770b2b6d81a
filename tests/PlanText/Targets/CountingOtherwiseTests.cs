namespace SocialPolicy.PlanText.Targets;

/// <summary>Values that are no plain number with a unit.</summary>
public sealed class CountingOtherwise
{
    [Theory]
    [InlineData("ít nhất 25/51 xã đặc biệt khó khăn ra khỏi diện đặc biệt khó khăn", Comparator.Ge, 25, "xã")]
    [InlineData("10/22 xã, thị trấn đạt tiêu chuẩn Cộng đồng an toàn", Comparator.Eq, 10, "xã, thị trấn")]
    [InlineData("08/08 ấp có tổ hòa giải hoạt động hiệu quả", Comparator.Eq, 8, "ấp")]
    [InlineData("thành lập mới 60 hợp tác xã có sử dụng lao động tại chỗ", Comparator.Eq, 60, "hợp tác xã")]
    [InlineData("khởi công dứt điểm 21 căn còn thiếu", Comparator.Eq, 21, "căn")]
    [InlineData("Tỷ suất tử vong trẻ em dưới 5 tuổi còn 24‰", Comparator.Eq, 24, "‰")]
    [InlineData("thời gian chờ khám không quá 45 phút", Comparator.Le, 45, "phút")]
    [InlineData("mỗi nhóm trẻ có tối thiểu 2 giáo viên/nhóm trẻ", Comparator.Ge, 2, "giáo viên/nhóm trẻ")]
    public void Counts_things(string sentence, Comparator comparator, double value, string unit)
    {
        var target = Sketch.OneTarget(sentence + ".");

        (target.Comparator, target.Value, target.Unit).ShouldBe((comparator, (decimal)value, unit));
    }

    [Theory]
    [InlineData("giảm một nửa số vụ bạo lực gia đình so với năm 2025", Comparator.DecreaseBy, 0.5)]
    [InlineData("giảm 1/3 số lao động trẻ em so với năm 2025", Comparator.DecreaseBy, 0.333333)]
    [InlineData("số người sử dụng dịch vụ số tăng gấp đôi so với năm 2025", Comparator.IncreaseBy, 2)]
    [InlineData("thu nhập của hộ nghèo tăng gấp ba lần so với năm 2020", Comparator.IncreaseBy, 3)]
    public void Counts_parts_and_multiples(string sentence, Comparator comparator, double value)
    {
        var target = Sketch.OneTarget(sentence + ".");

        (target.Comparator, target.Value).ShouldBe((comparator, (decimal)value));
        target.Baseline.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Tỉ lệ thất nghiệp duới 2,5%", Comparator.Lt)]
    [InlineData("lao động có chứng chỉ tôi thiểu 24%", Comparator.Ge)]
    [InlineData("lao động nữ chiếm không duới 45%", Comparator.Ge)]
    [InlineData("số học viên có việc làm đạt75% trỡ lên", Comparator.Ge)]
    [InlineData("Chi cho giáo dục bằng hoặc lớn hơn 20%", Comparator.Ge)]
    [InlineData("tỷ lệ bao phủ đạt 96,2% dân số trở lên", Comparator.Ge)]
    [InlineData("số người tham gia tăng tối thiểu 60 người so với năm 2025", Comparator.IncreaseBy)]
    public void Compares_whatever_slipped(string sentence, Comparator comparator) => Sketch.OneTarget(sentence + ".").Comparator.ShouldBe(comparator);

    [Fact]
    public void Reads_two_years_of_one_indicator_as_two_targets_of_it()
    {
        var targets = Sketch.OfTargets("- Tỷ lệ lao động nữ làm công hưởng lương đạt 50% vào năm 2027 và khoảng 60% vào năm 2030.").Targets;

        targets.Select(target => (target.Comparator, target.Value, target.Year, target.Indicator)).ShouldBe(
        [
            (Comparator.Eq, 50m, 2027, "Tỷ lệ lao động nữ làm công hưởng lương"),
            (Comparator.Approx, 60m, 2030, "Tỷ lệ lao động nữ làm công hưởng lương"),
        ]);
        targets[1].ElidedHead.ShouldBe("Tỷ lệ lao động nữ làm công hưởng lương");
    }

    [Fact]
    public void Takes_the_year_behind_the_value_that_is_reached() =>
        Sketch.OneTarget("Tỷ lệ người khuyết tật có việc làm tăng từ 31,2% (năm 2025) lên 40% (năm 2028).").ShouldSatisfyAllConditions(
            target => target.Value.ShouldBe(40), target => target.Year.ShouldBe(2028));

    [Fact]
    public void Takes_the_last_year_of_a_stage()
    {
        var targets = Sketch.OfTargets("2.1. Giai đoạn 2026 - 2028", "- 40% xã không có tệ nạn ma túy.", "2.2. Đến năm 2030", "- 60% xã không có tệ nạn ma túy.").Targets;

        targets.Select(target => target.Year).ShouldBe([2028, 2030]);
    }

    [Fact]
    public void Divides_a_whole_by_its_bracket()
    {
        var targets = Sketch.OfTargets("- Toàn tỉnh có 78% trường đạt chuẩn quốc gia (mầm non 72%, tiểu học 80%, THCS 82%).").Targets;

        targets.Select(target => target.Value).ShouldBe([78m, 72m, 80m, 82m]);
        targets.Skip(1).ShouldAllBe(target => target.Parent == 0);
    }

    [Fact]
    public void Keeps_conditions_that_are_to_hold_together()
    {
        Sketch.OneTarget("100% gia đình người có công được chăm lo toàn diện, có mức sống từ trung bình khá trở lên.").Conditions.ShouldBe(
            ["được chăm lo toàn diện", "có mức sống từ trung bình khá trở lên"]);
        Sketch.OneTarget("90% trẻ em có hoàn cảnh đặc biệt được trợ giúp.").Conditions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Tỷ lệ thất nghiệp khu vực thành thị dưới 3%", "that_nghiep")]
    [InlineData("98% dân số tham gia bảo hiểm y tế", "bao_phu_bhyt")]
    [InlineData("80% thôn có nhà văn hóa", null)]
    public void Gives_a_code_where_the_words_name_one_indicator(string sentence, string? code) => Sketch.OneTarget(sentence + ".").IndicatorCode.ShouldBe(code);

    [Fact]
    public void Heads_targets_with_a_goal_that_states_no_value()
    {
        var reading = Sketch.OfTargets("Mục tiêu 1: Trong lĩnh vực chính trị", "- Chỉ tiêu 1: 60% cơ quan có lãnh đạo chủ chốt là nữ.", "Mục tiêu 2: Trong lĩnh vực y tế", "- Chỉ tiêu 1: 90% phụ nữ mang thai được khám thai.");

        reading.Targets.Select(target => target.Text).ShouldBe(["60% cơ quan có lãnh đạo chủ chốt là nữ", "90% phụ nữ mang thai được khám thai"]);
    }

    [Theory]
    [InlineData("Tỷ lệ thôn có nhà văn hóa và tỷ lệ xã có sân thể thao đạt lần lượt 85% và 92%", "Tỷ lệ thôn có nhà văn hóa|tỷ lệ xã có sân thể thao", "85|92")]
    [InlineData("Tỷ lệ hộ nghèo, tỷ lệ hộ cận nghèo lần lượt còn dưới 2% và dưới 3%", "Tỷ lệ hộ nghèo|tỷ lệ hộ cận nghèo", "2|3")]
    [InlineData("Tỷ lệ xã có chợ, tỷ lệ xã có trường học và tỷ lệ xã có sân bóng lần lượt là 70%, 80% và 75%", "Tỷ lệ xã có chợ|tỷ lệ xã có trường học|tỷ lệ xã có sân bóng", "70|80|75")]
    public void Gives_each_value_its_own_indicator_when_they_come_in_turn(string sentence, string indicators, string values)
    {
        var targets = Sketch.OfTargets("- " + sentence + ".").Targets;

        targets.Select(target => target.Indicator).ShouldBe(indicators.Split('|'));
        targets.Select(target => $"{target.Value}").ShouldBe(values.Split('|'));
        targets.Skip(1).Select(target => target.ElidedHead).ShouldBe(indicators.Split('|').Skip(1));
    }

    [Theory]
    [InlineData("Tỷ lệ thôn có nhà văn hóa và tỷ lệ thôn có khu thể thao", "85%, 92% và 95%")]
    [InlineData("Tỷ lệ trường mầm non và trường tiểu học đạt chuẩn", "85% và 92%")]
    public void Leaves_the_indicators_together_when_they_are_not_as_many_or_share_their_words(string indicators, string values)
    {
        var targets = Sketch.OfTargets($"- {indicators} lần lượt đạt {values}.").Targets;

        targets.Count.ShouldBeGreaterThan(1);
        targets.ShouldAllBe(target => target.Indicator == indicators);
    }

    [Theory]
    [InlineData("giảm ít nhất 5% số vụ bạo lực gia đình hằng năm", "%/năm")]
    [InlineData("giảm ít nhất 5% tỷ lệ hộ nghèo hằng năm", "điểm %/năm")]
    public void Counts_the_fall_of_a_number_in_per_cent_and_of_a_rate_in_points(string sentence, string unit) => Sketch.OneTarget(sentence + ".").Unit.ShouldBe(unit);

    [Fact]
    public void Wants_the_poor_to_earn_more() =>
        Sketch.OneTarget("Thu nhập bình quân của hộ nghèo đến năm 2030 gấp 2,5 lần so với năm 2020.").ShouldSatisfyAllConditions(
            target => target.Direction.ShouldBe(Direction.Up),
            target => target.Indicator.ShouldBe("Thu nhập bình quân của hộ nghèo"));
}
