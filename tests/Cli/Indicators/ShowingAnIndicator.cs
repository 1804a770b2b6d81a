using Google.Type;
using SocialPolicy.Cli.Indicators;
using SocialPolicy.Indicators.V1;

namespace SocialPolicy.Cli.UnitTests.Indicators;

public sealed class ShowingAnIndicator
{
    [Fact]
    public void Says_of_a_judgement_that_it_is_one()
    {
        IndicatorSheet.UnitOf(new() { Kind = Indicator.Types.Kind.Judgement }).ShouldBe("judgement");
        IndicatorSheet.UnitOf(new() { Kind = Indicator.Types.Kind.Number, Unit = "%" }).ShouldBe("%");
    }

    [Fact]
    public void Marks_where_a_series_breaks()
    {
        var day = new Date { Year = 2027, Month = 1, Day = 1 };

        IndicatorSheet.From(new()).ShouldBe("the beginning");
        IndicatorSheet.From(new() { ValidFrom = day }).ShouldBe("2027-01-01");
        IndicatorSheet.From(new() { ValidFrom = day, BreaksSeries = true }).ShouldBe("2027-01-01, a break");
    }

    [Fact]
    public void Says_what_nobody_has_verified()
    {
        IndicatorSheet.Basis(new()).ShouldBe("–");
        IndicatorSheet.Basis(new() { LegalBasis = "Nghị định 351/2025/NĐ-CP" }).ShouldBe("Nghị định 351/2025/NĐ-CP (not verified)");
        IndicatorSheet.Basis(new() { LegalBasis = "Nghị định 351/2025/NĐ-CP", Verified = true }).ShouldBe("Nghị định 351/2025/NĐ-CP");
    }
}
