using SocialPolicy.Cli.Indicators;
using static SocialPolicy.Indicators.V1.Figure.Types;

namespace SocialPolicy.Cli.UnitTests.Indicators;

public sealed class ShowingFigures
{
    [Fact]
    public void Marks_what_is_only_expected()
    {
        FigureSheet.ValueOf(null).ShouldBe("–");
        FigureSheet.ValueOf(new() { Value = "12.5" }).ShouldBe("12.5");
        FigureSheet.ValueOf(new() { Value = "12.5", Estimate = true }).ShouldBe("12.5 (expected)");
        FigureSheet.ValueOf(new() { Achieved = false }).ShouldBe("not achieved");
    }

    [Fact]
    public void Says_how_much_there_is_of_what_a_figure_rests_on()
    {
        FigureSheet.BasisOf(null).ShouldBeEmpty();
        FigureSheet.BasisOf(new() { Basis = Basis.Observed, UnitCount = 1 }).ShouldBe("observed");
        FigureSheet.BasisOf(new() { Basis = Basis.Observed, UnitCount = 3 }).ShouldBe("observed, 1 of 3 units");
        FigureSheet.BasisOf(new() { Basis = Basis.RolledUp, GivenCount = 98, UnitCount = 102 }).ShouldBe("98 of 102 units");
        FigureSheet.BasisOf(new() { Basis = Basis.Accumulated, PeriodCount = 12 }).ShouldBe("12 periods");
        FigureSheet.BasisOf(new() { Basis = Basis.Accumulated, PeriodCount = 1 }).ShouldBe("the last of its periods");
    }
}
