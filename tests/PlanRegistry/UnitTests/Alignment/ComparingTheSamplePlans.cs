using SocialPolicy.PlanRegistry.Domain.Alignment;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.UnitTests.Directory;
using SocialPolicy.PlanRegistry.UnitTests.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Alignment;

/// <summary>The five real plans beside each other, as a machine reads them: none is above another, but they speak of the same things.</summary>
public sealed class ComparingTheSamplePlans
{
    private static readonly Dictionary<string, AlignedPlan> Plans = new[] { "van-ninh", "huong-tra", "dak-nong", "son-la", "phung-hiep" }.ToDictionary(name => name, Read);

    [Theory]
    [InlineData("son-la", "huong-tra", "that_nghiep", "Stronger:NUMBER")]
    [InlineData("van-ninh", "huong-tra", "that_nghiep", "Stronger:NUMBER Stronger:NUMBER")]
    [InlineData("huong-tra", "van-ninh", "that_nghiep", "Weaker:NUMBER Weaker:NUMBER")]
    [InlineData("van-ninh", "huong-tra", "tham_gia_bhxh", "Weaker:SAME_NUMBER_OTHER_WORDS")]
    [InlineData("van-ninh", "son-la", "tham_gia_bhxh", "Weaker:NUMBER")]
    [InlineData("huong-tra", "phung-hiep", "tham_gia_bhtn", "OtherPopulation:POPULATION")]
    [InlineData("van-ninh", "son-la", "huong_luong_huu", "Weaker:NUMBER")]
    [InlineData("van-ninh", "huong-tra", "di_hoc_thcs", "Weaker:NUMBER")]
    [InlineData("son-la", "van-ninh", "di_hoc_thpt", "Stronger:NUMBER")]
    [InlineData("van-ninh", "huong-tra", "giuong_benh", "Weaker:NUMBER")]
    [InlineData("van-ninh", "son-la", "bac_si", "Weaker:NUMBER")]
    [InlineData("son-la", "huong-tra", "duoc_si", "Missing:NO_COUNTERPART")]
    [InlineData("van-ninh", "huong-tra", "bao_phu_bhyt", "Weaker:NUMBER")]
    [InlineData("huong-tra", "phung-hiep", "bao_phu_bhyt", "")]
    [InlineData("dak-nong", "son-la", "bao_phu_bhyt", "Later:YEAR")]
    [InlineData("son-la", "dak-nong", "bao_phu_bhyt", "Earlier:YEAR")]
    [InlineData("van-ninh", "huong-tra", "suy_dinh_duong_thap_coi", "Stronger:NUMBER")]
    [InlineData("van-ninh", "son-la", "suy_dinh_duong_thap_coi", "Weaker:NUMBER")]
    [InlineData("van-ninh", "huong-tra", "dien_tich_nha_o", "Stronger:NUMBER")]
    [InlineData("van-ninh", "son-la", "dien_tich_nha_o", "Weaker:NUMBER")]
    [InlineData("van-ninh", "son-la", "xu_ly_nuoc_thai", "")]
    [InlineData("van-ninh", "son-la", "nuoc_sach", "Weaker:NUMBER")]
    [InlineData("son-la", "huong-tra", "nuoc_sach", "OtherDefinition:PLACE OtherPopulation:POPULATION")]
    [InlineData("son-la", "van-ninh", "hdi", "NotComparable:STATE_AND_NUMBER")]
    [InlineData("dak-nong", "phung-hiep", "ty_le_ho_ngheo", "OtherDefinition:QUALIFIER")]
    [InlineData("van-ninh", "phung-hiep", "muc_sinh_thay_the", "")]
    [InlineData("son-la", "huong-tra", "lao_dong_qua_dao_tao", "Stronger:NUMBER")]
    public void Finds_what_a_careful_reader_finds(string above, string below, string code, string expected)
    {
        var report = VerticalCheck.Compare(Plans[above], Plans[below]);

        string.Join(' ', report.Findings.Where(finding => finding.Superior.IndicatorCode == code).Select(finding => $"{finding.Kind}:{finding.Rule}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("van-ninh")]
    [InlineData("huong-tra")]
    [InlineData("dak-nong")]
    [InlineData("son-la")]
    [InlineData("phung-hiep")]
    public void Finds_nothing_in_a_plan_beside_itself(string name)
    {
        var report = VerticalCheck.Compare(Plans[name], Plans[name]);

        ATarget.Kinds(report).ShouldBe("");
        report.EqualCount.ShouldBe(report.ComparedCount);
        report.ComparedCount.ShouldBe(Plans[name].Targets.Count(target => target.Section is not TargetSection.Vision));
    }

    [Fact]
    public void Says_each_finding_in_one_whole_sentence_of_both_languages()
    {
        var pairs = from above in Plans.Values from below in Plans.Values where above != below select VerticalCheck.Compare(above, below);

        var findings = pairs.SelectMany(report => report.Findings).ToList();

        findings.Count.ShouldBeGreaterThan(200);
        findings.Select(finding => finding.Explanation).ShouldAllBe(said => said.English.EndsWith('.') && said.Vietnamese.EndsWith('.')
            && !said.English.Contains("{") && !said.Vietnamese.Contains("  ") && !said.Vietnamese.Contains("()"));
        findings.Where(finding => finding.Kind is not (FindingKind.Missing or FindingKind.Ambiguous)).ShouldAllBe(finding => finding.Subordinate != null);
    }

    private static AlignedPlan Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(SampleDirectory.Samples, "plans", $"{name}.txt"));
        var reading = PlanReader.Read(text);
        return AlignedPlan.Of(RegisteredReading.HeaderOf(reading), RegisteredReading.ContentOf(reading, text, APlan.Now).Targets);
    }
}
