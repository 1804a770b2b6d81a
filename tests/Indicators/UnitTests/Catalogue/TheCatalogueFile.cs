using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.UnitTests.Samples;

namespace SocialPolicy.Indicators.UnitTests.Catalogue;

public sealed class TheCatalogueFile
{
    [Fact]
    public void Keeps_every_rule_that_a_person_would_have_to_keep()
    {
        var broken = SampleCatalogue.All.SelectMany(indicator => IndicatorRules.For(indicator).Where(rule => rule.IsBroken).Select(rule => $"{indicator.Code}: {rule.Message}"));

        broken.ShouldBeEmpty();
        SampleCatalogue.All.Select(indicator => indicator.Code).ShouldBeUnique();
    }

    [Fact]
    public void Defines_every_indicator_in_both_languages()
    {
        SampleCatalogue.All.ShouldAllBe(indicator => indicator.NameEn.Length > 0 && indicator.Definitions.Count > 0 && indicator.Definitions[0].SourceAgency.Length > 0);
        SampleCatalogue.All.Where(indicator => indicator.Measure.Scale is not null)
            .ShouldAllBe(indicator => indicator.Definitions.All(version => version.Numerator.Length > 0 && version.Denominator.Length > 0));
    }

    [Fact]
    public void Breaks_the_series_of_poverty_when_the_line_changes()
    {
        var breaking = SampleCatalogue.All.Where(indicator => indicator.Definitions.Any(version => version.BreaksSeries)).ToList();

        breaking.Select(indicator => indicator.Code).ShouldBe(
            ["ty_le_ho_ngheo", "ty_le_ho_ngheo_da_chieu", "ty_le_ho_can_ngheo", "ty_le_ho_ngheo_dan_toc_thieu_so_tai_cho"]);
        breaking.SelectMany(indicator => indicator.Definitions).Where(version => version.BreaksSeries).ShouldAllBe(version => version.ValidFrom == new DateOnly(2027, 1, 1));
    }

    [Fact]
    public void Asserts_no_code_of_another_system() =>
        SampleCatalogue.All.SelectMany(indicator => indicator.References).ShouldAllBe(reference => !reference.Verified);

    [Fact]
    public void Finds_no_two_indicators_by_the_same_words_for_the_same_people()
    {
        var names = SampleCatalogue.All.SelectMany(indicator => indicator.Aliases.Prepend(new(indicator.Name))
            .Select(alias => (indicator.Code, Key: (IndicatorWords.Of(alias.Name), indicator.Measure.Kind, indicator.Measure.Unit, alias.Population ?? indicator.Population, alias.Geography))));

        names.GroupBy(name => name.Key).Where(same => same.Select(name => name.Code).Distinct().Count() > 1).Select(same => same.Key.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Adds_counts_up_and_takes_stocks_as_they_are_at_the_end()
    {
        Measure("so_luot_lao_dong_duoc_tao_viec_lam").ShouldBe((OverUnits.Sum, OverTime.Sum));
        Measure("so_nguoi_huong_tro_giup_xa_hoi_thuong_xuyen").ShouldBe((OverUnits.Sum, OverTime.Last));
        Measure("so_bac_si_tren_10000_dan").ShouldBe((OverUnits.Weighted, OverTime.Last));
        Measure("ty_le_that_nghiep").ShouldBe((OverUnits.Weighted, OverTime.Average));
        Measure("tuoi_tho_trung_binh").ShouldBe((OverUnits.None, OverTime.Last));
        Measure("kinh_phi_giai_ngan").ShouldBe((OverUnits.Sum, OverTime.Sum));
    }

    [Fact]
    public void Leaves_what_gives_observations_their_meaning()
    {
        var entry = SampleCatalogue.File.Indicators.Single(entry => entry.Code == "hdi");
        var before = SampleCatalogue.Of("hdi");
        var changed = entry with { Name = "HDI", Unit = "điểm" };

        SampleCatalogue.File.Take(changed, before, measured: true, "catalogue", SampleCatalogue.Now).ShouldSatisfyAllConditions(
            after => after.Measure.Unit.ShouldBe("chỉ số"),
            after => after.Name.ShouldBe("HDI"));
        SampleCatalogue.File.Take(changed, before, measured: false, "catalogue", SampleCatalogue.Now).Measure.Unit.ShouldBe("điểm");
    }

    private static (OverUnits, OverTime) Measure(string code) => (SampleCatalogue.Of(code).Measure.OverUnits, SampleCatalogue.Of(code).Measure.OverTime);
}
