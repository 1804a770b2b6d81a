namespace SocialPolicy.PlanText.Targets;

public sealed class ReadingATarget
{
    [Theory]
    [InlineData("Tỷ lệ hộ dân dùng điện lưới đạt 98,5%.", Comparator.Eq, "98.5", "%")]
    [InlineData("Tỉ lệ thất nghiệp ở đô thị 3,2%.", Comparator.Eq, "3.2", "%")]
    [InlineData("Tỷ lệ lao động chưa qua đào tạo chiếm 12,75%.", Comparator.Eq, "12.75", "%")]
    [InlineData("trên 93% dân số tham gia bảo hiểm y tế.", Comparator.Gt, "93", "%")]
    [InlineData("Tỷ lệ bao phủ bảo hiểm y tế trên 96%.", Comparator.Gt, "96", "%")]
    [InlineData("Tỷ lệ lao động có chứng chỉ đạt khoảng trên 35%.", Comparator.Gt, "35", "%")]
    [InlineData("Tỷ lệ trẻ em bị xâm hại dưới 0,2%.", Comparator.Lt, "0.2", "%")]
    [InlineData("tỷ lệ trẻ em dưới 16 tuổi bị tai nạn thương tích dưới 0,6%.", Comparator.Lt, "0.6", "%")]
    [InlineData("Có ít nhất 85% phụ nữ được tư vấn.", Comparator.Ge, "85", "%")]
    [InlineData("tối thiểu 70% trẻ dưới 2 tuổi được cân định kỳ.", Comparator.Ge, "70", "%")]
    [InlineData("Tỷ lệ giải quyết hồ sơ đúng hạn tối thiểu đạt 90%.", Comparator.Ge, "90", "%")]
    [InlineData("Tỷ lệ nữ tham gia cấp ủy đạt từ 25% trở lên.", Comparator.Ge, "25", "%")]
    [InlineData("Tỷ lệ tái nghèo không quá 1,2%.", Comparator.Le, "1.2", "%")]
    [InlineData("Tỷ lệ hộ cận nghèo từ 3% trở xuống.", Comparator.Le, "3", "%")]
    [InlineData("khoảng 41% lao động nông thôn được học nghề.", Comparator.Approx, "41", "%")]
    [InlineData("hơn 40 trường đạt chuẩn quốc gia.", Comparator.Gt, "40", "trường")]
    [InlineData("số lao động được tạo việc làm trên 75.000 lượt người.", Comparator.Gt, "75000", "lượt người")]
    [InlineData("khoảng 9.500 người hưởng trợ giúp xã hội hằng tháng.", Comparator.Approx, "9500", "người")]
    [InlineData("Tuổi thọ trung bình của người dân trên 74,5 tuổi.", Comparator.Gt, "74.5", "tuổi")]
    [InlineData("số năm sống khoẻ đạt tối thiểu 67 năm.", Comparator.Ge, "67", "năm")]
    [InlineData("chỉ số phát triển con người (HDI) đạt 0,72.", Comparator.Eq, "0.72", "chỉ số")]
    [InlineData("28 giường bệnh/10.000 dân.", Comparator.Eq, "28", "giường/10.000 dân")]
    [InlineData("8,5 bác sĩ trên 10.000 dân.", Comparator.Eq, "8.5", "người/10.000 dân")]
    [InlineData("01 dược sỹ/10.000 dân.", Comparator.Eq, "1", "người/10.000 dân")]
    [InlineData("17 điều dưỡng, hộ sinh, kỹ thuật y/10.000 dân.", Comparator.Eq, "17", "người/10.000 dân")]
    [InlineData("diện tích nhà ở bình quân đầu người đạt khoảng 27,5m2 sàn/người.", Comparator.Approx, "27.5", "m² sàn/người")]
    [InlineData("diện tích sàn nhà ở bình quân đạt 26 m²/sản/người.", Comparator.Eq, "26", "m² sàn/người")]
    [InlineData("Thu nhập bình quân đầu người đạt 65 triệu đồng/người/năm.", Comparator.Eq, "65", "triệu đồng/người/năm")]
    [InlineData("Giải quyết việc làm cho 12.000 lao động.", Comparator.Eq, "12000", "lao động")]
    [InlineData("98% người trong độ tuổi từ 15 đến 60 biết chữ.", Comparator.Eq, "98", "%")]
    [InlineData("95% người từ 18 tuổi trở lên có căn cước.", Comparator.Eq, "95", "%")]
    [InlineData("100% xã đạt chuẩn phổ cập giáo dục tiểu học mức độ 3.", Comparator.Eq, "100", "%")]
    [InlineData("100% người cao tuổi được khám sức khỏe ít nhất 01 lần/năm.", Comparator.Eq, "100", "%")]
    [InlineData("Tỷ số giới tính khi sinh dưới 109 bé trai/100 bé gái sinh ra sống.", Comparator.Lt, "109", "bé trai/100 bé gái")]
    [InlineData("Tỷ số tử vong mẹ giảm xuống còn 42/100.000 trẻ đẻ sống.", Comparator.Eq, "42", "/100.000 trẻ đẻ sống")]
    [InlineData("Chỉ tiêu 3: Tỷ lệ nữ giám đốc doanh nghiệp đạt ít nhất 27%.", Comparator.Ge, "27", "%")]
    public void Takes_comparator_value_and_unit_as_the_text_has_them(string sentence, Comparator comparator, string value, string unit)
    {
        var target = Sketch.OneTarget(sentence);

        target.Comparator.ShouldBe(comparator);
        target.Value.ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        target.Unit.ShouldBe(unit);
        target.Year.ShouldBe(2030);
        target.Kind.ShouldBe(TargetKind.Quantitative);
    }

    [Theory]
    [InlineData("Tỷ lệ lao động qua đào tạo đạt 65 - 70%.", 65, 70)]
    [InlineData("Tỷ lệ lao động qua đào tạo đạt 65% – 70%.", 65, 70)]
    [InlineData("Tỷ lệ lao động qua đào tạo đạt từ 65% đến 70%.", 65, 70)]
    public void Reads_a_range(string sentence, int low, int high)
    {
        var target = Sketch.OneTarget(sentence);

        target.Comparator.ShouldBe(Comparator.Range);
        target.Value.ShouldBe(low);
        target.ValueMax.ShouldBe(high);
    }

    [Fact]
    public void Bounds_a_change_by_a_range_on_both_sides()
    {
        var target = Sketch.OneTarget("Tỷ lệ hộ nghèo giảm 1 - 1,5%/năm.");

        (target.Comparator, target.Bound).ShouldBe((Comparator.DecreaseBy, Comparator.Range));
        (target.Value, target.ValueMax).ShouldBe((1m, 1.5m));
    }

    [Theory]
    [InlineData("123.456.789.012.345.678", "123456789012345678")]
    [InlineData("1234567890123456789", null)]
    public void Takes_numbers_of_at_most_eighteen_digits(string number, string? expected) =>
        Sketch.OneTarget($"Giải quyết việc làm cho {number} lao động.").Value
            .ShouldBe(expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Tỷ lệ hộ nghèo bình quân hằng năm giảm 1,5% trở lên.", Comparator.DecreaseBy, "1.5", "điểm %/năm", Comparator.Ge, true)]
    [InlineData("mức giảm tỷ lệ hộ nghèo đa chiều 0,8%/năm.", Comparator.DecreaseBy, "0.8", "điểm %/năm", Comparator.Eq, true)]
    [InlineData("Giảm tỷ lệ hộ nghèo bình quân 1,2%/năm.", Comparator.DecreaseBy, "1.2", "điểm %/năm", Comparator.Eq, true)]
    [InlineData("hộ nghèo dân tộc thiểu số giảm từ 4% trở lên mỗi năm.", Comparator.DecreaseBy, "4", "điểm %/năm", Comparator.Ge, true)]
    [InlineData("tăng thêm hơn 30 trường đạt chuẩn quốc gia.", Comparator.IncreaseBy, "30", "trường", Comparator.Gt, false)]
    [InlineData("Thu nhập bình quân đầu người tăng trên 1,8 lần so với cuối năm 2021.", Comparator.IncreaseBy, "1.8", "lần", Comparator.Gt, false)]
    public void Keeps_a_change_apart_from_its_bound(string sentence, Comparator comparator, string value, string unit, Comparator bound, bool perYear)
    {
        var target = Sketch.OneTarget(sentence);

        target.Comparator.ShouldBe(comparator);
        target.Value.ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        target.Unit.ShouldBe(unit);
        target.Bound.ShouldBe(bound);
        target.PerYear.ShouldBe(perYear);
    }

    [Theory]
    [InlineData("Giảm tỷ lệ suy dinh dưỡng ở trẻ em dưới 5 tuổi xuống dưới 12%.", Comparator.Lt, 12)]
    [InlineData("Tỷ lệ suy dinh dưỡng giảm còn 14%.", Comparator.Eq, 14)]
    [InlineData("Nâng tỷ lệ bao phủ bảo hiểm y tế từ 92% lên 95%.", Comparator.Eq, 95)]
    [InlineData("tăng tỷ lệ nữ đại biểu lên trên 30%.", Comparator.Gt, 30)]
    public void Takes_the_end_of_a_movement_as_the_value(string sentence, Comparator comparator, int value)
    {
        var target = Sketch.OneTarget(sentence);

        target.Comparator.ShouldBe(comparator);
        target.Value.ShouldBe(value);
    }

    [Theory]
    [InlineData("Đến năm 2027, 80% thôn có nhà văn hóa.", 2027)]
    [InlineData("Phấn đấu đến hết năm 2028, tỷ lệ tham gia bảo hiểm xã hội đạt 45%.", 2028)]
    [InlineData("tỷ lệ bao phủ bảo hiểm y tế đạt 97% vào năm 2026.", 2026)]
    [InlineData("Thu nhập năm 2029 tăng 1,5 lần so với năm 2020.", 2029)]
    [InlineData("80% thôn có nhà văn hóa.", 2030)]
    public void Takes_the_year_of_the_goal_never_that_of_the_comparison(string sentence, int year) =>
        Sketch.OneTarget(sentence).Year.ShouldBe(year);

    [Theory]
    [InlineData("Hoàn thành phổ cập giáo dục mầm non cho trẻ từ 3 đến 5 tuổi.")]
    [InlineData("Duy trì kết quả xóa mù chữ mức độ 2.")]
    [InlineData("Cơ bản chấm dứt dịch bệnh AIDS, lao và loại trừ sốt rét.")]
    [InlineData("Xóa bỏ hoàn toàn nhà tạm cho hộ nghèo, hộ cận nghèo.")]
    [InlineData("Chỉ số phát triển con người thuộc nhóm cao (nhóm 2) theo phân loại của UNDP.")]
    [InlineData("Triển khai đầy đủ các chương trình mục tiêu quốc gia giai đoạn 2021 - 2025 theo Nghị quyết số 12-NQ/TU ngày 05/6/2022.")]
    [InlineData("Phát triển nguồn nhân lực đáp ứng yêu cầu của cuộc cách mạng công nghiệp 4.0.")]
    [InlineData("Thực hiện Đề án “Đầu tư xây dựng ít nhất 01 triệu căn hộ nhà ở xã hội giai đoạn 2021 - 2030”.")]
    public void Sees_no_value_in_ages_levels_years_numbers_and_names(string sentence)
    {
        var target = Sketch.OneTarget(sentence);

        target.Kind.ShouldBe(TargetKind.Achieve);
        target.Comparator.ShouldBe(Comparator.Achieve);
        target.Value.ShouldBeNull();
        target.Direction.ShouldBeNull();
    }

    [Theory]
    [InlineData("trên 100% hộ gia đình ở thành thị được dùng nước sạch.", Flag.ImpossibleValue)]
    [InlineData("Tỷ lệ bao phủ đạt 105%.", Flag.ImpossibleValue)]
    [InlineData("Tỷ lệ lao động có chứng chỉ đạt khoảng trên 35%.", Flag.DoubleComparator)]
    [InlineData("Thu nhập bình quân tăng 1,5 lần so với năm 2020.", Flag.AmbiguousIncrease)]
    public void Flags_what_a_person_should_look_at(string sentence, string flag) =>
        Sketch.OneTarget(sentence).Flags.ShouldContain(flag);

    [Theory]
    [InlineData("Tỷ lệ thất nghiệp khu vực thành thị 3,5%.", Direction.Down)]
    [InlineData("tỷ lệ suy dinh dưỡng thể nhẹ cân còn 11%.", Direction.Down)]
    [InlineData("45% lực lượng lao động tham gia bảo hiểm thất nghiệp.", Direction.Up)]
    [InlineData("tỷ lệ tiêm chủng mở rộng đạt 95%.", Direction.Up)]
    [InlineData("Hộ cận nghèo tham gia tổ hợp tác đạt từ 40% trở lên.", Direction.Up)]
    public void Knows_which_way_is_better(string sentence, Direction direction) =>
        Sketch.OneTarget(sentence).Direction.ShouldBe(direction);
}
