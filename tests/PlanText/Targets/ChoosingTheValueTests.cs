using System.Globalization;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Several numbers stand in one assertion: which is the value, and of what?</summary>
public sealed class ChoosingTheValue
{
    [Theory]
    [InlineData("Giảm tỷ lệ trẻ có chiều dài dưới 47 cm xuống: 6,5%", Comparator.Eq, 6.5, "%")]
    [InlineData("Tỷ lệ trẻ sinh ra có cân nặng dưới 2.000 g xuống dưới 4,1%", Comparator.Lt, 4.1, "%")]
    [InlineData("Tỷ lệ hộ cận nghèo tại các thôn có tỷ lệ hộ nghèo trên 30% giảm từ 2,5% trở lên", Comparator.DecreaseBy, 2.5, "điểm %")]
    [InlineData("Tỷ lệ trẻ được tiêm tối thiểu 8 loại vắc xin, đúng lịch của ngành đạt 95%", Comparator.Eq, 95, "%")]
    [InlineData("100% hợp tác xã, nếu có từ 15% lao động là người khuyết tật, được hỗ trợ mặt bằng", Comparator.Eq, 100, "%")]
    [InlineData("Tỷ suất chết của trẻ dưới 1 tuổi xuống còn 12/1.000 trẻ đẻ sống", Comparator.Eq, 12, "/1.000 trẻ đẻ sống")]
    [InlineData("Tỷ số tử vong bà mẹ trên 100.000 ca đẻ sống dưới 38/100.000", Comparator.Lt, 38, "/100.000")]
    [InlineData("80% thôn được phủ sóng 4G/5G", Comparator.Eq, 80, "%")]
    [InlineData("Tỷ lệ thai phụ được khám ít nhất 8 lần trong thai kỳ: 75%", Comparator.Eq, 75, "%")]
    [InlineData("Tỷ lệ trẻ từ 24 đến 60 tháng tuổi được tẩy giun, 2 lần/năm: ≥ 96%", Comparator.Ge, 96, "%")]
    [InlineData("Hằng năm vận động từ 4.200 hộ kinh doanh tham gia bảo hiểm xã hội trở lên", Comparator.Ge, 4200, "hộ")]
    [InlineData("Thời gian chi trả trợ cấp rút ngắn ít nhất 05 ngày làm việc so với quy định", Comparator.DecreaseBy, 5, "ngày làm việc")]
    [InlineData("Quỹ đất 20% của các dự án nhà ở dành cho nhà ở xã hội là 25 ha", Comparator.Eq, 25, "ha")]
    [InlineData("Duy trì hoạt động của 15 câu lạc bộ hiện có", Comparator.Eq, 15, "câu lạc bộ")]
    [InlineData("Hằng năm phục dựng 03 lễ hội của các dân tộc", Comparator.Eq, 3, "lễ hội")]
    [InlineData("Thời gian chi trả trợ cấp rút ngắn còn 03 ngày làm việc", Comparator.Eq, 3, "ngày làm việc")]
    public void Takes_what_is_reached_and_not_a_condition(string sentence, Comparator comparator, double value, string unit) =>
        Said(sentence).ShouldBe((comparator, (decimal)value, unit));

    [Theory]
    [InlineData("Số tổ hợp tác hoạt động có hiệu quả là 40", 40, "tổ hợp tác")]
    [InlineData("Tổng số học viên được cấp chứng chỉ đạt 1.250 vào năm 2028", 1250, "học viên")]
    [InlineData("Số bác sĩ/vạn dân đạt 11,5", 11.5, "người/10.000 dân")]
    [InlineData("Tỷ suất chết thô (‰): 6,2", 6.2, "‰")]
    [InlineData("Thu nhập bình quân của hộ nghèo (triệu đồng): 42", 42, "triệu đồng")]
    [InlineData("Tỷ lệ hộ có nhà tiêu hợp vệ sinh: 88%", 88, "%")]
    public void Takes_the_unit_from_the_words_before_a_bare_number(string sentence, double value, string unit) =>
        Said(sentence).ShouldBe((Comparator.Eq, (decimal)value, unit));

    [Theory]
    [InlineData("Có 45 giường bệnh/1 vạn dân", "giường/10.000 dân")]
    [InlineData("Có 3 dược sĩ đại học trên một vạn dân", "dược sĩ")]
    [InlineData("Có 3 dược sĩ đại học trên vạn dân", "người/10.000 dân")]
    [InlineData("Hoàn thành 0,6 triệu m2 sàn nhà ở", "triệu m² sàn")]
    [InlineData("Đào tạo nghề cho 2,3 vạn lao động", "vạn lao động")]
    [InlineData("Huy động 1,5 nghìn tỷ đồng", "nghìn tỷ đồng")]
    [InlineData("Mức sinh giảm 0,2%o", "‰")]
    [InlineData("Mỗi năm giảm 10 - 15% hộ gia đình xảy ra bạo lực", "%/năm")]
    [InlineData("Mỗi năm giảm số đám cưới tảo hôn 3 đến 5%", "%/năm")]
    [InlineData("Mỗi năm giảm tỷ lệ hộ nghèo 1 - 1,5%", "điểm %/năm")]
    public void Writes_a_unit_as_the_field_does(string sentence, string unit) => Sketch.OneTarget(sentence + ".").Unit.ShouldBe(unit);

    [Theory]
    [InlineData("Tỷ lệ bao phủ bảo hiểm y tế: năm 2027 đạt 94%, năm 2028 đạt 95%", "2027:94|2028:95")]
    [InlineData("Số hộ thoát nghèo: năm 2027: 120 hộ; năm 2028: 140 hộ", "2027:120|2028:140")]
    [InlineData("Giảm tỷ suất tai nạn xuống 480/100.000 trẻ em vào năm 2027 và 450/100.000 vào năm 2030", "2027:480|2030:450")]
    [InlineData("Giai đoạn này giảm 900 hộ nghèo, cụ thể: năm 2026 giảm 300 hộ, năm 2027 giảm 350 hộ", "2030:900|2026:300|2027:350")]
    public void Loses_no_year_of_a_series(string sentence, string expected)
    {
        var targets = Sketch.OfTargets($"- {sentence}.").Targets;

        string.Join('|', targets.Select(target => string.Create(CultureInfo.InvariantCulture, $"{target.Year}:{target.Value}"))).ShouldBe(expected);
        targets.Select(target => target.Unit).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Giảm số vụ bạo lực trên cơ sở giới và 90% nạn nhân được hỗ trợ pháp lý", "Giảm số vụ bạo lực trên cơ sở giới|90% nạn nhân được hỗ trợ pháp lý")]
    [InlineData("Mỗi năm tăng ít nhất 02 mô hình so với năm 2024 và giảm số thôn chưa có mô hình xuống dưới 5 thôn", "Mỗi năm tăng ít nhất 02 mô hình so với năm 2024|giảm số thôn chưa có mô hình xuống dưới 5 thôn")]
    [InlineData("Có 04 sản phẩm mới được công nhận, nâng tổng số sản phẩm của huyện lên 21 sản phẩm", "Có 04 sản phẩm mới được công nhận|nâng tổng số sản phẩm của huyện lên 21 sản phẩm")]
    [InlineData("Xây mới 9 sân chơi, trong đó năm 2027 lắp đặt 04 sân, năm 2028 lắp đặt 05 sân", "Xây mới 9 sân chơi|năm 2027 lắp đặt 04 sân|năm 2028 lắp đặt 05 sân")]
    [InlineData("Có từ 10 đến 12 sản phẩm được công nhận đạt 4 sao trở lên", "Có từ 10 đến 12 sản phẩm được công nhận đạt 4 sao trở lên")]
    [InlineData("Hình thành ít nhất 03 vùng sản xuất rau, quy mô từ 20 ha trở lên", "Hình thành ít nhất 03 vùng sản xuất rau, quy mô từ 20 ha trở lên")]
    [InlineData("45% công trình là trụ sở cơ quan bảo đảm tiếp cận; nhà ga, bến xe, bến tàu", "45% công trình là trụ sở cơ quan bảo đảm tiếp cận")]
    [InlineData("Đỡ đầu 90 trẻ mồ côi, hằng tháng hỗ trợ tối thiểu 600.000 đồng", "Đỡ đầu 90 trẻ mồ côi|hằng tháng hỗ trợ tối thiểu 600.000 đồng")]
    [InlineData("Tỷ lệ trẻ thấp còi xuống dưới 15% năm 2028 (bình quân mỗi năm giảm trên 0,7%)", "Tỷ lệ trẻ thấp còi xuống dưới 15% năm 2028|bình quân mỗi năm giảm trên 0,7%")]
    [InlineData("Tỷ lệ khám thai đạt 90%. (2) Chấm dứt sinh con tại nhà. (3) Trên 97% sản phụ được chăm sóc", "Tỷ lệ khám thai đạt 90%|Chấm dứt sinh con tại nhà|Trên 97% sản phụ được chăm sóc")]
    public void Divides_what_are_assertions_of_their_own(string sentence, string expected) =>
        string.Join('|', Sketch.OfTargets($"- {sentence}.").Targets.Select(target => target.Text)).ShouldBe(expected);

    [Theory]
    [InlineData("Giảm tỷ suất chết của trẻ sơ sinh xuống:\n9‰.", Comparator.Eq, 9)]
    [InlineData("Tỷ lệ hộ cận nghèo còn\n4,5%.", Comparator.Eq, 4.5)]
    [InlineData("Có ít nhất\n12 mô hình hỗ trợ trẻ em.", Comparator.Ge, 12)]
    public void Joins_the_number_that_a_line_break_parted(string lines, Comparator comparator, double value)
    {
        var target = Sketch.OfTargets("- " + lines).Targets.ShouldHaveSingleItem();

        (target.Comparator, target.Value, target.Text.Contains('\n', StringComparison.Ordinal)).ShouldBe((comparator, (decimal)value, false));
    }

    [Fact]
    public void Claims_nothing_from_a_general_objective_without_a_section_around_it()
    {
        var reading = PlanReader.Read("KẾ HOẠCH\nThực hiện công tác trẻ em\n\nUBND tỉnh ban hành Kế hoạch như sau:\n\n1. Mục tiêu chung\nGiảm 50% số trẻ em phải lao động.\n2. Mục tiêu cụ thể\n- 95% trẻ em được khai sinh đúng hạn.\n");

        reading.Targets.ShouldHaveSingleItem().Value.ShouldBe(95);
    }

    [Fact]
    public void Claims_nothing_from_the_stages_of_a_general_objective() =>
        PlanReader.Read("KẾ HOẠCH\nThực hiện công tác gia đình\n\nI. MỤC TIÊU\n\n1. Mục tiêu tổng quát\n\na) Giai đoạn 2026 - 2028:\n\nGiảm 10% số vụ bạo lực.\n\n2. Mục tiêu cụ thể\n\n- 80% thôn có câu lạc bộ.\n").Targets.ShouldHaveSingleItem().Value.ShouldBe(80);

    [Fact]
    public void Takes_the_last_year_of_a_stage_within_which_something_is_kept() =>
        Sketch.OfTargets("- Tỷ lệ bao phủ đạt 94% năm 2026; duy trì trên 95% trong giai đoạn 2027 - 2029.").Targets[1].Year.ShouldBe(2029);

    [Fact]
    public void Heads_lettered_targets_with_what_they_are_about_and_by_when()
    {
        var targets = Sketch.OfTargets("2.1. Hỗ trợ, phát huy vai trò của người khuyết tật trên địa bàn đến năm 2028", "a) 60% người khuyết tật có việc làm.", "* Mục tiêu 2: Trong lĩnh vực y tế", "- Chỉ tiêu 1: 95% người khuyết tật được khám bệnh.").Targets;

        targets.Select(target => (target.Text, target.Year)).ShouldBe([("60% người khuyết tật có việc làm", 2028), ("95% người khuyết tật được khám bệnh", 2028)]);
    }

    [Theory]
    [InlineData("Không để xảy ra ngộ độc tập thể từ 20 người mắc trở lên")]
    [InlineData("Không có vụ tai nạn nào làm từ 2 trẻ em chết trở lên")]
    public void Claims_no_value_of_what_is_not_to_be(string sentence) => Sketch.OneTarget(sentence + ".").Kind.ShouldBe(TargetKind.Achieve);

    [Fact]
    public void Gives_a_part_the_rate_of_its_whole() =>
        Sketch.OfTargets("- Tỷ lệ hộ nghèo giảm từ 4% trở lên; trong đó, các thôn vùng cao giảm trên 5,5%.").Targets.Select(target => target.Unit).ShouldBe(["điểm %", "điểm %"]);

    [Fact]
    public void Takes_a_long_label_for_what_the_next_ones_are_about() =>
        Sketch.OfTargets("d) Về nhà ở, nước sạch, văn hóa và phòng, chống tội phạm, tệ nạn xã hội", "- 95% hộ dân có nước sạch.").Targets.ShouldHaveSingleItem().Value.ShouldBe(95);

    [Fact]
    public void Gives_each_year_of_a_series_the_change_said_once()
    {
        var targets = Sketch.OfTargets("- So với năm 2025, số trẻ em bị tai nạn giảm ít nhất 8% vào năm 2026, 12% vào năm 2027 và 18% vào năm 2028.").Targets;

        targets.Select(target => (target.Comparator, target.Value, target.Unit, target.Year)).ShouldBe([(Comparator.DecreaseBy, 8, "%", 2026), (Comparator.DecreaseBy, 12, "%", 2027), (Comparator.DecreaseBy, 18, "%", 2028)]);
    }

    [Fact]
    public void Claims_no_value_from_a_name_of_numbers() => Sketch.OneTarget("Đạt mục tiêu 95-95-95 về HIV.").Kind.ShouldBe(TargetKind.Achieve);

    [Theory]
    [InlineData("Tỷ lệ trẻ thuộc hộ nghèo được đến trường trên 96%", Direction.Up)]
    [InlineData("Công tác phòng, chống tảo hôn đạt 18/18 xã", Direction.Up)]
    [InlineData("Giảm tỷ lệ thất nghiệp xuống còn được 1,8%", Direction.Down)]
    public void Tells_whether_more_is_better(string sentence, Direction direction) => Sketch.OneTarget(sentence + ".").Direction.ShouldBe(direction);

    private static (Comparator Comparator, decimal? Value, string? Unit) Said(string sentence)
    {
        var target = Sketch.OneTarget(sentence + ".");
        return (target.Comparator, target.Value, target.Unit);
    }
}
