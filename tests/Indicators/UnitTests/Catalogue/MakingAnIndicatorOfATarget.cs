using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.UnitTests.Catalogue;

public sealed class MakingAnIndicatorOfATarget
{
    private static readonly TargetInForce Share =
        new(Guid.CreateVersion7(), 1, null, "targets", "Tỷ lệ thôn có nhà văn hoá", "ge", 90, null, "%", null, false, "thôn", null, 2030, "up");

    [Fact]
    public void Takes_over_what_the_target_says()
    {
        var made = Make(Share);

        made.Code.ShouldBe("thon_co_nha_van_hoa");
        made.Name.ShouldBe("Tỷ lệ thôn có nhà văn hoá");
        made.Measure.ShouldBe(new(IndicatorKind.Number, "%", 100, OverUnits.Weighted, OverTime.Last));
        (made.Population, made.Direction, made.Least, made.Most, made.Theme, made.Origin).ShouldBe(("thôn", Tendency.Up, 0, 100, "plan", Origin.Plan));
    }

    [Fact]
    public void Is_found_for_the_same_words_again()
    {
        var later = Share with { Id = Guid.CreateVersion7(), Indicator = "tỉ lệ thôn có nhà văn hóa", Value = 95 };

        var choices = IndicatorChoices.Of([Share, later], [], _ => false, Guid.CreateVersion7);

        var made = choices.Made.ShouldHaveSingleItem();
        choices.Chosen.ShouldBe([new(Share.Id, made.Id, IndicatorBasis.Made), new(later.Id, made.Id, IndicatorBasis.Made)]);
    }

    [Fact]
    public void Is_shared_with_no_other_when_its_words_say_too_little()
    {
        var (first, second) = (Share with { Indicator = "Bảo đảm" }, Share with { Id = Guid.CreateVersion7(), Indicator = "bảo đảm" });

        IndicatorChoices.Of([first, second], [], _ => false, Guid.CreateVersion7).Made.Select(made => made.Code).ShouldBe(["bao_dam", "bao_dam_2"]);
    }

    [Fact]
    public void Numbers_a_code_that_is_taken()
    {
        HashSet<string> taken = ["thon_co_nha_van_hoa", "thon_co_nha_van_hoa_2"];

        IndicatorOfATarget.Make(Share, Guid.CreateVersion7(), taken.Contains).Code.ShouldBe("thon_co_nha_van_hoa_3");
    }

    [Theory]
    [InlineData("người/10.000 dân", 10_000)]
    [InlineData("ca/1.000 trẻ", 1_000)]
    [InlineData("ca/100.000 dân", 100_000)]
    public void Reads_the_scale_from_the_unit(string unit, int scale)
    {
        var made = Make(Share with { Unit = unit });

        (made.Measure.Scale, made.Measure.OverUnits, made.Most).ShouldBe((scale, OverUnits.Weighted, null));
    }

    [Fact]
    public void Adds_up_what_is_counted()
    {
        Make(Share with { Unit = "hộ" }).Measure.ShouldBe(new(IndicatorKind.Number, "hộ", null, OverUnits.Sum, OverTime.Last));
    }

    [Fact]
    public void Is_a_judgement_where_something_is_to_be_achieved()
    {
        var made = Make(Share with { Comparator = "achieve", Value = null, Unit = null });

        made.Measure.ShouldBe(Measure.Judgement);
        (made.Least, made.Most).ShouldBe((null, null));
    }

    [Fact]
    public void Is_of_the_level_where_a_change_is_demanded()
    {
        var made = Make(Share with { Indicator = "Mức giảm tỷ lệ tảo hôn hằng năm", Comparator = "decrease_by", Unit = "điểm %/năm" });

        (made.Code, made.Measure.Unit, made.Most).ShouldBe(("tao_hon", "%", 100));
    }

    [Theory]
    [InlineData("100% !!!")]
    [InlineData("...")]
    [InlineData("điều 5")]
    [InlineData("12 34")]
    [InlineData("Мы и 日本")]
    public void Has_a_code_whatever_the_words_are(string words)
    {
        var made = Make(Share with { Indicator = words });

        Check.All(IndicatorRules.For(made));
        IndicatorCode.IsWellFormed(made.Code).ShouldBeTrue(made.Code);
    }

    [Fact]
    public void Cuts_a_long_name_into_whole_words()
    {
        var made = Make(Share with { Indicator = string.Join(' ', Enumerable.Repeat("thôn bản", 100)) });

        made.Code.Length.ShouldBeInRange(60, 90);
        made.Code.Split('_').ShouldBeSubsetOf(["thon", "ban"]);
        made.Name.Length.ShouldBe(500);
    }

    private static Indicator Make(TargetInForce target) => IndicatorOfATarget.Make(target, Guid.CreateVersion7(), _ => false);
}
