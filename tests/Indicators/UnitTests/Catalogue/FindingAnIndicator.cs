using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Targets;
using SocialPolicy.Indicators.UnitTests.Samples;

namespace SocialPolicy.Indicators.UnitTests.Catalogue;

public sealed class FindingAnIndicator
{
    [Fact]
    public void Makes_none_anew_for_the_targets_of_the_sample_plans()
    {
        var choices = Choose(SampleTargets.All);

        choices.Made.Select(made => $"{made.Name} | {made.Measure.Unit} | {made.Population}").ShouldBeEmpty();
        choices.Chosen.Count.ShouldBe(174);
    }

    [Fact]
    public void Finds_each_indicator_of_the_sample_plans_by_its_kind_and_unit()
    {
        var wrong = SampleTargets.All
            .Select(target => (target, found: IndicatorMatcher.Find(target, SampleCatalogue.All)!))
            .Where(pair => !IndicatorMatcher.IsOfTheKind(pair.target, pair.found) || !IndicatorMatcher.IsOfTheUnit(pair.target, pair.found)
                || (pair.target.Direction is { } way && way != $"{pair.found.Direction}".ToLowerInvariant()));

        wrong.Select(pair => $"{pair.target.Indicator}: {pair.found.Code}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Tỉ lệ thất nghiệp chung", "%", null, "ty_le_that_nghiep")]
    [InlineData("tỉ lệ thất nghiệp ở khu vực thành thị", "%", null, "ty_le_that_nghiep_thanh_thi")]
    [InlineData("lực lượng lao động trong độ tuổi tham gia Bảo hiểm thất nghiệp", "%", null, "ty_le_luc_luong_lao_dong_tham_gia_bhtn")]
    [InlineData("Tỷ lệ LLLĐ trong độ tuổi tham gia BHXH", "%", null, "ty_le_luc_luong_lao_dong_tham_gia_bhxh")]
    [InlineData("người lao động trong độ tuổi tham gia bảo hiểm xã hội", "%", "người lao động trong độ tuổi", "ty_le_lao_dong_trong_do_tuoi_tham_gia_bhxh")]
    [InlineData("tỷ lệ người lao động tham gia Bảo hiểm xã hội", "%", null, "ty_le_nguoi_lao_dong_tham_gia_bhxh")]
    [InlineData("32 giường bệnh viện", "giường/10.000 dân", null, "so_giuong_benh_tren_10000_dan")]
    [InlineData("phấn đấu có 35 giường bệnh viện", "giường/10.000 dân", null, "so_giuong_benh_tren_10000_dan")]
    [InlineData("200 giường bệnh", "giường", null, "so_giuong_benh")]
    [InlineData("9,5 bác sỹ/10.000 dân", "người/10.000 dân", null, "so_bac_si_tren_10000_dan")]
    [InlineData("số năm sống khoẻ", "năm", null, "so_nam_song_khoe")]
    [InlineData("tỷ lệ học sinh đi học đúng độ tuổi cấp trung học cơ sở", "%", null, "ty_le_di_hoc_dung_do_tuoi_thcs")]
    [InlineData("Tỷ lệ LLLĐ trong độ tuổi tham gia BHXH", "%", "lực lượng lao động trong độ tuổi lao động", "ty_le_luc_luong_lao_dong_tham_gia_bhxh")]
    [InlineData("dân số được quản lý sức khoẻ", "%", "dân số", "ty_le_dan_so_duoc_quan_ly_suc_khoe")]
    public void Takes_the_words_as_texts_write_them(string name, string unit, string? population, string code) =>
        IndicatorMatcher.Find(Target(name, unit, population), SampleCatalogue.All)!.Code.ShouldBe(code);

    [Theory]
    [InlineData("Mức giảm tỷ lệ hộ nghèo bình quân hằng năm", "decrease_by", "điểm %/năm", "ty_le_ho_ngheo")]
    [InlineData("mức giảm tỷ lệ hộ nghèo đa chiều", "decrease_by", "điểm %/năm", "ty_le_ho_ngheo_da_chieu")]
    [InlineData("Số trường đạt chuẩn quốc gia tăng thêm", "increase_by", "trường", "so_truong_dat_chuan_quoc_gia")]
    [InlineData("Thu nhập bình quân đầu người vùng DTTS", "increase_by", "lần", "thu_nhap_binh_quan_vung_dan_toc_thieu_so")]
    public void Finds_the_level_that_a_change_is_of(string name, string comparator, string unit, string code) =>
        IndicatorMatcher.Find(Target(name, unit) with { Comparator = comparator }, SampleCatalogue.All)!.Code.ShouldBe(code);

    [Fact]
    public void Tells_a_judgement_from_a_number_of_the_same_name()
    {
        var number = Target("Chỉ số phát triển con người (HDI)", "chỉ số");
        var judgement = number with { Comparator = "achieve", Value = null, Unit = null };

        IndicatorMatcher.Find(number, SampleCatalogue.All)!.Code.ShouldBe("hdi");
        IndicatorMatcher.Find(judgement, SampleCatalogue.All)!.Code.ShouldBe("hdi_thuoc_nhom_cao");
    }

    [Fact]
    public void Tells_those_who_are_measured_apart_by_population_and_place()
    {
        var name = "Tỷ lệ người dân hưởng thụ, tham gia hoạt động văn hoá";

        IndicatorMatcher.Find(Target(name, "%", "người dân") with { Geography = "vùng sâu, vùng xa, biên giới" }, SampleCatalogue.All)!.Code
            .ShouldBe("ty_le_nguoi_dan_vung_xa_huong_thu_van_hoa");
        IndicatorMatcher.Find(Target(name, "%", "người dân ở các xã") with { Geography = "các xã" }, SampleCatalogue.All)!.Code
            .ShouldBe("ty_le_nguoi_dan_cac_xa_huong_thu_van_hoa");
        IndicatorMatcher.Find(Target(name, "%", "người dân") with { Geography = "tỉnh Sơn La" }, SampleCatalogue.All).ShouldBeNull();
    }

    [Theory]
    [InlineData("Tỷ lệ lao động qua đào tạo", "%", "lao động nữ")]
    [InlineData("Tỷ lệ lao động qua đào tạo", "người", "lao động")]
    [InlineData("Tỷ lệ lao động nữ qua đào tạo", "%", "lao động")]
    public void Finds_none_of_another_population_unit_or_name(string name, string unit, string population) =>
        IndicatorMatcher.Find(Target(name, unit, population), SampleCatalogue.All).ShouldBeNull();

    [Fact]
    public void Finds_none_that_is_retired()
    {
        var retired = SampleCatalogue.Of("hdi") with { RetiredAt = SampleCatalogue.Now };

        IndicatorMatcher.Find(Target("HDI", "chỉ số"), [retired]).ShouldBeNull();
        IndicatorMatcher.Find(Target("HDI", "chỉ số"), [retired with { RetiredAt = null }]).ShouldNotBeNull();
    }

    private static IndicatorChoices Choose(IEnumerable<TargetInForce> targets) =>
        IndicatorChoices.Of(targets, SampleCatalogue.All, code => SampleCatalogue.All.Any(indicator => indicator.Code == code), Guid.CreateVersion7);

    private static TargetInForce Target(string name, string? unit, string? population = null) =>
        new(Guid.CreateVersion7(), 1, null, "targets", name, "ge", 50, null, unit, null, false, population, null, 2030, null);
}
