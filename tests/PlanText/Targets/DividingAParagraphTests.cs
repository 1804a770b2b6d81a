namespace SocialPolicy.PlanText.Targets;

public sealed class DividingAParagraph
{
    [Theory]
    [InlineData("tỷ lệ đi học đúng độ tuổi cấp tiểu học đạt 99%, cấp trung học cơ sở đạt 94%, cấp trung học phổ thông tối thiểu đạt 70%.", "tỷ lệ đi học đúng độ tuổi cấp tiểu học đạt 99%|cấp trung học cơ sở đạt 94%|cấp trung học phổ thông tối thiểu đạt 70%")]
    [InlineData("50% lao động tham gia bảo hiểm xã hội và 35% lao động tham gia bảo hiểm thất nghiệp.", "50% lao động tham gia bảo hiểm xã hội|35% lao động tham gia bảo hiểm thất nghiệp")]
    [InlineData("Trên 97% hộ ở thành thị và 70% hộ ở nông thôn được dùng nước sạch.", "Trên 97% hộ ở thành thị|70% hộ ở nông thôn được dùng nước sạch")]
    [InlineData("30 giường bệnh, 10 bác sĩ, 02 dược sĩ trên 10.000 dân.", "30 giường bệnh|10 bác sĩ|02 dược sĩ trên 10.000 dân")]
    [InlineData("Hoàn thành phổ cập giáo dục mầm non cho trẻ 5 tuổi, tỷ lệ đi học cấp tiểu học đạt 98%.", "Hoàn thành phổ cập giáo dục mầm non cho trẻ 5 tuổi|tỷ lệ đi học cấp tiểu học đạt 98%")]
    [InlineData("100% hộ gia đình, trường học, trạm y tế có công trình hợp vệ sinh.", "100% hộ gia đình, trường học, trạm y tế có công trình hợp vệ sinh")]
    [InlineData("100% người có công được chăm lo, có mức sống từ trung bình khá trở lên.", "100% người có công được chăm lo, có mức sống từ trung bình khá trở lên")]
    [InlineData("tỷ lệ thu gom rác ở các phường đạt trên 95% và ở các xã đạt trên 80%.", "tỷ lệ thu gom rác ở các phường đạt trên 95%|ở các xã đạt trên 80%")]
    [InlineData("Tỷ lệ tham gia bảo hiểm y tế đạt 95% dân số; bảo đảm mức sống tối thiểu cho người khó khăn.", "Tỷ lệ tham gia bảo hiểm y tế đạt 95% dân số|bảo đảm mức sống tối thiểu cho người khó khăn")]
    [InlineData("Đến năm 2027, có 90% trẻ em đi học ở bậc tiểu học, 85% ở bậc trung học cơ sở.", "có 90% trẻ em đi học ở bậc tiểu học|85% ở bậc trung học cơ sở")]
    [InlineData("100% hộ nghèo được cấp thẻ bảo hiểm y tế, hộ cận nghèo đạt từ 95% trở lên.", "100% hộ nghèo được cấp thẻ bảo hiểm y tế|hộ cận nghèo đạt từ 95% trở lên")]
    [InlineData("Hỗ trợ xây mới 1.250 căn nhà cho hộ nghèo, sửa chữa 430 căn.", "Hỗ trợ xây mới 1.250 căn nhà cho hộ nghèo|sửa chữa 430 căn")]
    [InlineData("80% trẻ em khuyết tật và toàn bộ người già cô đơn được trợ giúp tại cộng đồng.", "80% trẻ em khuyết tật|toàn bộ người già cô đơn được trợ giúp tại cộng đồng")]
    [InlineData("Tỷ lệ xã đạt chuẩn y tế là 92%, tất cả trạm y tế đều có bác sĩ làm việc.", "Tỷ lệ xã đạt chuẩn y tế là 92%|tất cả trạm y tế đều có bác sĩ làm việc")]
    [InlineData("Toàn bộ thôn, bản có đường ô tô đến trung tâm và 97% hộ dân được dùng điện.", "Toàn bộ thôn, bản có đường ô tô đến trung tâm|97% hộ dân được dùng điện")]
    [InlineData("100% xã, phường và tất cả đơn vị sự nghiệp.", "100% xã, phường và tất cả đơn vị sự nghiệp")]
    [InlineData("Xây mới 20 trạm y tế, cải tạo, nâng cấp 31 trạm.", "Xây mới 20 trạm y tế|cải tạo, nâng cấp 31 trạm")]
    [InlineData("Thành lập 4 trung tâm và sửa chữa, mở rộng 12 nhà văn hóa.", "Thành lập 4 trung tâm|sửa chữa, mở rộng 12 nhà văn hóa")]
    public void Makes_one_target_of_each_assertion(string sentence, string expected) =>
        string.Join('|', Sketch.OfTargets("- " + sentence).Targets.Select(target => target.Text)).ShouldBe(expected);

    [Fact]
    public void Gives_a_grade_the_head_before_it_rather_than_the_predicate_behind() =>
        Sketch.OfTargets("- 99% trẻ em đi học đúng độ tuổi ở bậc tiểu học, 98% ở bậc trung học cơ sở; 97% người từ 15 tuổi trở lên biết chữ.").Targets[1]
            .Indicator.ShouldBe("trẻ em đi học đúng độ tuổi ở bậc trung học cơ sở");

    [Theory]
    [InlineData("Trên 97% hộ ở thành thị và 70% hộ ở nông thôn được dùng nước sạch.", "hộ ở thành thị được dùng nước sạch", "hộ ở nông thôn được dùng nước sạch")]
    [InlineData("97% xã ở đồng bằng, 80% xã ở trung du và 70% xã ở miền núi có trạm y tế.", "xã ở đồng bằng có trạm y tế", "xã ở trung du có trạm y tế", "xã ở miền núi có trạm y tế")]
    public void Puts_a_predicate_said_once_back_into_each_indicator(string sentence, params string[] indicators) =>
        Sketch.OfTargets("- " + sentence).Targets.Select(target => target.Indicator).ShouldBe(indicators);

    [Fact]
    public void Makes_a_part_the_child_of_its_whole()
    {
        var targets = Sketch.OfTargets("- Tỷ lệ lao động qua đào tạo đạt 70 - 75%, trong đó tỷ lệ có bằng cấp, chứng chỉ đạt 35%; trên 90% dân số tham gia bảo hiểm y tế.").Targets;

        targets.Select(target => target.Parent).ShouldBe([null, 0, null]);
        targets[1].Value.ShouldBe(35);
    }

    [Fact]
    public void Gives_the_part_the_yearly_change_of_its_whole()
    {
        var targets = Sketch.OfTargets("- Tỷ lệ hộ nghèo bình quân hàng năm giảm 2% trở lên; trong đó, hộ nghèo người Khmer giảm từ 3% trở lên.").Targets;

        targets[1].PerYear.ShouldBeTrue();
        targets[1].Unit.ShouldBe("điểm %/năm");
        targets[1].Parent.ShouldBe(0);
    }

    [Fact]
    public void Shares_a_denominator_said_once_and_flags_what_is_out_of_proportion()
    {
        var targets = Sketch.OfTargets("- 250 giường bệnh, 12 bác sĩ trên 10.000 dân.").Targets;

        targets.Select(target => target.Unit).ShouldBe(["giường/10.000 dân", "người/10.000 dân"]);
        targets[0].Flags.ShouldContain(Flag.AmbiguousDenominator);
        Sketch.OfTargets("- 25 giường bệnh, 12 bác sĩ trên 10.000 dân.").Targets[0].Flags.ShouldBeEmpty();
    }

    [Fact]
    public void Puts_back_heads_and_predicates_that_neighbours_say()
    {
        Sketch.OfTargets("- Trên 97% hộ ở thành thị và 70% hộ ở nông thôn được dùng nước sạch.").Targets[0].ElidedHead.ShouldBe("được dùng nước sạch");
        Sketch.OfTargets("- tỷ lệ đi học đúng độ tuổi cấp tiểu học đạt 99%, cấp trung học cơ sở đạt 94%.").Targets[1].ElidedHead.ShouldBe("tỷ lệ đi học đúng độ tuổi");
    }

    [Fact]
    public void Carries_the_year_of_a_lead_in_through_its_paragraph_only()
    {
        var targets = Sketch.OfTargets("- Đến năm 2027, 80% thôn có nhà văn hóa; 60% thôn có sân thể thao.", "- 40% thôn có thư viện.").Targets;

        targets.Select(target => target.Year).ShouldBe([2027, 2027, 2030]);
    }

    [Fact]
    public void Keeps_the_general_objective_apart_from_the_targets()
    {
        var reading = Sketch.OfTargets("- 80% thôn có nhà văn hóa.");

        reading.Targets.Count.ShouldBe(1);
        reading.Objectives.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            objective => objective.Text.ShouldBe("Không ngừng nâng cao đời sống của Nhân dân."),
            objective => objective.IsVision.ShouldBeFalse());
        reading.Unread.ShouldBeEmpty();
    }

    [Fact]
    public void Keeps_the_vision_apart()
    {
        var reading = Sketch.OfTargets("- 80% thôn có nhà văn hóa.", "3. Tầm nhìn đến năm 2045", "Xã hội phát triển toàn diện. Chỉ số phát triển con người (HDI) đạt trên 0,75.");

        reading.Targets.Count.ShouldBe(1);
        reading.VisionTargets.ShouldHaveSingleItem().Year.ShouldBe(2045);
        reading.Period.ShouldBe(new PlanPeriod(null, 2030, 2045));
    }

    [Fact]
    public void Finds_goals_inside_tasks_but_no_passing_numbers()
    {
        var reading = Sketch.OfTasks("""
            1. Trợ giúp xã hội

            - Phấn đấu 100% người khuyết tật nặng được hưởng trợ cấp. Thực hiện 3 chương trình mục tiêu quốc gia, dịch vụ công mức độ 4, phát triển 4 trụ cột.
            """);

        reading.TargetsInTasks.ShouldHaveSingleItem().Value.ShouldBe(100);
        reading.Targets.ShouldBeEmpty();
    }
}
