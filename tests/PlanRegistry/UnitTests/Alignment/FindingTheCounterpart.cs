using SocialPolicy.PlanRegistry.Domain.Alignment;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Alignment;

public sealed class FindingTheCounterpart
{
    [Fact]
    public void Misses_what_the_plan_does_not_state_and_quotes_what_is_demanded()
    {
        var above = ATarget.Of("tỷ lệ tiêm chủng mở rộng", Comparator.Ge, 95.5m);

        var finding = ATarget.Check(above, ATarget.Of("tỷ lệ thất nghiệp", Comparator.Lt, 3, Direction.Down)).Findings.ShouldHaveSingleItem();

        (finding.Kind, finding.Rule, finding.Superior, finding.Subordinate).ShouldBe((FindingKind.Missing, "NO_COUNTERPART", above, null));
        finding.Explanation.Vietnamese.ShouldBe("Kế hoạch chưa có chỉ tiêu “tỷ lệ tiêm chủng mở rộng” mà 43/KH-UBND (UBND tỉnh Sơn La) đề ra: ít nhất 95,5 % vào năm 2030; đề nghị bổ sung.");
        finding.Explanation.English.ShouldBe("The plan states nothing for “tỷ lệ tiêm chủng mở rộng”, of which 43/KH-UBND (UBND tỉnh Sơn La) demands at least 95.5 % by 2030.");
    }

    [Fact]
    public void Knows_an_indicator_by_its_code_however_it_is_worded()
    {
        var above = ATarget.Of("tỷ lệ bao phủ bảo hiểm y tế", Comparator.Eq, 97) with { IndicatorCode = "bao_phu_bhyt" };
        var below = ATarget.Of("người dân có thẻ BHYT", Comparator.Eq, 95) with { IndicatorCode = "bao_phu_bhyt" };

        ATarget.Kinds(ATarget.Check(above, below)).ShouldBe("Weaker:NUMBER");
        ATarget.Kinds(ATarget.Check(above, below with { IndicatorCode = "tham_gia_bhxh" })).ShouldBe("Missing:NO_COUNTERPART");
    }

    [Fact]
    public void Knows_an_indicator_by_most_of_its_words() => ATarget.Kinds(ATarget.Check(
        ATarget.Of("tỷ lệ hộ gia đình có công trình phụ hợp vệ sinh", Comparator.Eq, 100),
        ATarget.Of("Tỉ lệ hộ gia đình có công trình hợp vệ sinh", Comparator.Eq, 90))).ShouldBe("Weaker:NUMBER");

    [Fact]
    public void Pairs_places_before_it_finds_fault_with_them()
    {
        var general = ATarget.Of("tỷ lệ thất nghiệp chung", Comparator.Lt, 3, Direction.Down) with { IndicatorCode = "that_nghiep" };
        var urban = ATarget.Of("tỷ lệ thất nghiệp ở khu vực thành thị", Comparator.Lt, 4, Direction.Down) with { IndicatorCode = "that_nghiep", Geography = "khu vực thành thị" };

        VerticalCheck.Compare(ATarget.In(general, urban), ATarget.In(urban, general)).EqualCount.ShouldBe(2);
        ATarget.Kinds(ATarget.Check(urban, general)).ShouldBe("OtherDefinition:PLACE");
        ATarget.Kinds(VerticalCheck.Compare(ATarget.In(general, urban), ATarget.In(general))).ShouldBe("Missing:NO_COUNTERPART");
    }

    [Fact]
    public void Says_that_others_are_measured_and_leaves_the_numbers_alone()
    {
        var above = ATarget.Of("tham gia bảo hiểm xã hội", Comparator.Eq, 60) with { IndicatorCode = "tham_gia_bhxh", Population = "lực lượng lao động trong độ tuổi" };
        var below = above with { Value = 40, Population = "công chức, viên chức" };

        var finding = ATarget.Check(above, below).Findings.ShouldHaveSingleItem();

        (finding.Kind, finding.Rule).ShouldBe((FindingKind.OtherPopulation, "POPULATION"));
        finding.Explanation.Vietnamese.ShouldContain("công chức, viên chức: 40 % vào năm 2030");
        ATarget.Kinds(ATarget.Check(above, below with { Population = null })).ShouldBe("Weaker:NUMBER");
    }

    [Fact]
    public void Never_takes_a_narrower_indicator_for_the_wider_one()
    {
        var above = ATarget.Of("tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ", Comparator.Gt, 40) with { IndicatorCode = "lao_dong_qua_dao_tao" };
        var trained = ATarget.Of("tỷ lệ lao động qua đào tạo", Comparator.Eq, 75) with { IndicatorCode = "lao_dong_qua_dao_tao" };
        var certified = ATarget.Of("tỷ lệ lao động có bằng cấp, chứng chỉ", Comparator.Eq, 50);

        ATarget.Kinds(ATarget.Check(above, trained)).ShouldBe("OtherDefinition:QUALIFIER");
        ATarget.Check(above, trained, certified).Findings.ShouldHaveSingleItem().Subordinate.ShouldBe(certified);
    }

    [Fact]
    public void Guesses_nothing_where_two_fit_equally_well()
    {
        var above = ATarget.Of("tỷ lệ trường đạt chuẩn quốc gia", Comparator.Eq, 70) with { IndicatorCode = "truong_chuan_quoc_gia" };
        var primary = ATarget.Of("trường tiểu học đạt chuẩn quốc gia", Comparator.Eq, 80) with { IndicatorCode = "truong_chuan_quoc_gia" };
        var nursery = ATarget.Of("trường mầm non đạt chuẩn quốc gia", Comparator.Eq, 60) with { IndicatorCode = "truong_chuan_quoc_gia" };

        var finding = ATarget.Check(above, primary, nursery).Findings.ShouldHaveSingleItem();

        (finding.Kind, finding.Rule, finding.Subordinate).ShouldBe((FindingKind.Ambiguous, "SEVERAL_ALIKE", null));
        finding.Candidates.ShouldBe([primary, nursery]);
    }

    [Fact]
    public void Pairs_milestones_by_their_years()
    {
        var by2025 = ATarget.Of("tỷ lệ trẻ em đi học", Comparator.Eq, 90, year: 2025);
        var by2030 = by2025 with { Id = Guid.CreateVersion7(), Value = 95, Year = 2030 };
        var planned2027 = by2025 with { Id = Guid.CreateVersion7(), Value = 92, Year = 2027 };

        VerticalCheck.Compare(ATarget.In(by2025, by2030), ATarget.In(by2030, by2025)).EqualCount.ShouldBe(2);
        ATarget.Kinds(VerticalCheck.Compare(ATarget.In(by2025, by2030), ATarget.In(by2030))).ShouldBe("Missing:NO_MILESTONE");
        ATarget.Kinds(VerticalCheck.Compare(ATarget.In(by2030), ATarget.In(planned2027, by2030))).ShouldBe("");
        ATarget.Kinds(VerticalCheck.Compare(ATarget.In(by2025), ATarget.In(planned2027))).ShouldBe("Later:YEAR");
    }

    [Fact]
    public void Leaves_the_vision_out_and_misses_no_number_of_a_task()
    {
        var vision = ATarget.Of("tỷ lệ hộ nghèo", Comparator.Lt, 1, Direction.Down, 2045) with { Section = TargetSection.Vision };
        var inTask = ATarget.Of("số lớp tập huấn", Comparator.Ge, 10) with { Section = TargetSection.Tasks };

        var report = VerticalCheck.Compare(ATarget.In(vision, inTask), ATarget.In());

        (report.Findings.Count, report.VisionCount).ShouldBe((0, 1));
        ATarget.Kinds(VerticalCheck.Compare(ATarget.In(inTask), ATarget.In(inTask with { Value = 5 }))).ShouldBe("Weaker:NUMBER");
    }

    [Fact]
    public void Changes_the_fingerprint_with_what_is_said_alone()
    {
        var above = ATarget.Of("tỷ lệ trẻ em đi học", Comparator.Eq, 95);
        var below = ATarget.Of("tỷ lệ trẻ em đi học", Comparator.Eq, 90);
        var before = ATarget.Check(above, below).Findings[0].Fingerprint;

        ATarget.Check(above, below with { Value = 90.0m, Text = "viết khác" }).Findings[0].Fingerprint.ShouldBe(before);
        ATarget.Check(above, below with { Value = 91 }).Findings[0].Fingerprint.ShouldNotBe(before);
        ATarget.Check(above with { Value = 96 }, below).Findings[0].Fingerprint.ShouldNotBe(before);
    }

    [Fact]
    public void Takes_no_long_time_over_thousands_of_targets()
    {
        var many = Enumerable.Range(0, 600).Select(i => ATarget.Of($"tỷ lệ hộ nghèo của {(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))} xóm", Comparator.Eq, i) with { IndicatorCode = "ty_le_ho_ngheo" }).ToArray();

        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        VerticalCheck.Compare(ATarget.In(many), ATarget.In(many)).Findings.ShouldAllBe(finding => finding.Kind != FindingKind.Ambiguous);

        System.Diagnostics.Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
