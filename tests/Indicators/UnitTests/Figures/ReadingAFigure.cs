using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Statistics;
using static SocialPolicy.Indicators.UnitTests.Figures.AnArea;

namespace SocialPolicy.Indicators.UnitTests.Figures;

public sealed class ReadingAFigure
{
    [Fact]
    public void Takes_what_was_observed_of_the_unit_before_what_is_within_it()
    {
        var figure = Of(new AnArea().Said("2024", 12).Added("2024", 3, 11).With(3)).Said!;

        (figure.Value, figure.Basis, figure.Coverage, figure.Estimate).ShouldBe((12m, FigureBasis.Observed, new(1, 1), false));
        figure.Own.ShouldNotBeNull();
    }

    [Fact]
    public void Takes_what_was_done_before_what_is_expected()
    {
        Of(new AnArea().Said("2024", 9, estimate: true)).Said!.Estimate.ShouldBeTrue();
        Of(new AnArea().Said("2024", 9, estimate: true).Said("2024", 8)).Said.ShouldSatisfyAllConditions(
            figure => figure!.Estimate.ShouldBeFalse(), figure => figure!.Value.ShouldBe(8));
    }

    [Fact]
    public void Adds_up_the_finest_level_that_gave_values_and_says_how_many_of_it_did()
    {
        var area = new AnArea().Added("2024", 3, 30, level: 3).Added("2024", 2, 99, level: 2).With(4, level: 3).With(2, level: 2);

        var figure = Of(area).Said!;

        (figure.Value, figure.Basis, figure.Coverage).ShouldBe((30m, FigureBasis.RolledUp, new(3, 4)));
        figure.Coverage.IsWhole.ShouldBeFalse();
    }

    [Fact]
    public void Counts_only_the_units_that_were_there_at_the_end_of_the_period()
    {
        var area = new AnArea().Added("2025-06", 2, 5).Added("2025-07", 1, 5).With(20, to: new(2025, 6, 30)).With(7, from: new(2025, 7, 1)).With(1);

        Of(area, "2025-06").Said!.Coverage.ShouldBe(new(2, 21));
        Of(area, "2025-07").Said!.Coverage.ShouldBe(new(1, 8));
    }

    [Theory]
    [InlineData(OverUnits.Sum, 60)]
    [InlineData(OverUnits.Average, 20)]
    [InlineData(OverUnits.Weighted, 25)]
    public void Adds_units_up_as_the_indicator_says(OverUnits over, int value)
    {
        var measure = Rate with { OverUnits = over };

        Of(new AnArea().Added("2024", 3, 60, weighted: 3, numerator: 50, denominator: 200).With(3), measure: measure).Said!.Value.ShouldBe(value);
    }

    [Fact]
    public void Rounds_means_and_rates_to_six_decimals()
    {
        Of(new AnArea().Added("2024", 3, 20), measure: Counted with { OverUnits = OverUnits.Average }).Said!.Value.ShouldBe(6.666667m);
        Of(new AnArea().Added("2024", 2, 0, weighted: 2, numerator: 1, denominator: 3), measure: Rate).Said!.Value.ShouldBe(33.333333m);
    }

    [Fact]
    public void Says_nothing_where_units_do_not_add_up()
    {
        var area = new AnArea().Added("2024", 3, 60, weighted: 2, numerator: 50, denominator: 200);

        ReasonOf(area, measure: Counted with { OverUnits = OverUnits.None }).ShouldBe("NOT_ADDED_UP");
        ReasonOf(area, measure: Rate).ShouldBe("DENOMINATORS_MISSING");
    }

    [Fact]
    public void Says_nothing_of_a_denominator_too_near_to_zero_to_mean_anything() =>
        ReasonOf(new AnArea().Added("2024", 1, 0, weighted: 1, numerator: 1e19m, denominator: 0.000001m), measure: Rate with { Scale = 100000 })
            .ShouldBe("DENOMINATORS_MISSING");

    [Fact]
    public void Says_why_nobody_could_have_given_a_value()
    {
        ReasonOf(new AnArea()).ShouldBe("NOT_OBSERVED");
        ReasonOf(new AnArea { ValidTo = new(2024, 6, 30) }).ShouldBe("UNIT_NOT_THERE");
        ReasonOf(new AnArea { ValidFrom = new(2025, 1, 1) }).ShouldBe("UNIT_NOT_THERE");
    }

    [Fact]
    public void Keeps_a_judgement_a_judgement()
    {
        var figure = Of(new AnArea().Said("2024", null, achieved: true), measure: Measure.Judgement).Said!;

        (figure.Value, figure.Achieved).ShouldBe((null, true));
    }

    [Fact]
    public void Adds_what_a_unit_took_over_to_its_own_as_it_is_now()
    {
        var commune = new AnArea(Level: 3).Said("2024", 10).Added("2024", 2, 5).With(3, to: new(2025, 6, 30));

        var (then, now) = (Of(commune).Said!, Of(commune, asNow: true).Said!);

        (then.Value, then.Basis, then.Coverage).ShouldBe((10m, FigureBasis.Observed, new(1, 1)));
        (now.Value, now.Basis, now.Coverage).ShouldBe((15m, FigureBasis.RolledUp, new(3, 4)));
    }

    [Fact]
    public void Is_of_what_a_new_unit_took_over_while_it_was_not_there_itself()
    {
        var commune = new AnArea(Level: 3) { ValidFrom = new(2025, 7, 1) }.Added("2024", 2, 5).With(2, to: new(2025, 6, 30));

        var now = Of(commune, asNow: true).Said!;

        (now.Value, now.Basis, now.Coverage).ShouldBe((5m, FigureBasis.RolledUp, new(2, 2)));
    }

    [Fact]
    public void Takes_what_is_within_before_a_part_of_what_was_taken_over()
    {
        var province = new AnArea().Added("2024", 1, 70, level: 1).With(2, level: 1).Added("2024", 9, 120).With(9);

        Of(province, asNow: true).Said!.Value.ShouldBe(120);
    }

    [Fact]
    public void Adds_the_country_up_from_its_provinces_whatever_each_of_them_rests_on()
    {
        var observed = new AnArea(2).Said("2024", 40).With(5);
        var rolledUp = new AnArea(3).Added("2024", 3, 2).With(4);
        var silent = new AnArea(4).With(6);

        var figure = Of(Country(observed, rolledUp, silent)).Said!;

        (figure.Value, figure.Basis, figure.Coverage).ShouldBe((42m, FigureBasis.RolledUp, new(5 + 3, 5 + 4 + 6)));
    }

    [Fact]
    public void Counts_provinces_where_all_were_observed_themselves() =>
        Of(Country(new AnArea(2).Said("2024", 40).With(5), new AnArea(3).With(4))).Said!.Coverage.ShouldBe(new(1, 2));

    [Fact]
    public void Leaves_a_province_out_of_the_country_that_was_not_there()
    {
        var (gone, there) = (new AnArea(2) { ValidTo = new(2024, 6, 30) }.Said("2024", 1), new AnArea(3).Said("2024", 5));

        Of(Country(gone, there)).Said!.Value.ShouldBe(5);
    }

    private static Finding<Figure> Of(AnArea area, string period = "2024", Measure? measure = null, bool asNow = false) => Of(area.Evidence, period, measure, asNow);

    private static Finding<Figure> Of(Evidence evidence, string period = "2024", Measure? measure = null, bool asNow = false) =>
        new FigureReader(measure ?? Counted, asNow).Of(evidence, Period(period));

    private static string? ReasonOf(AnArea area, Measure? measure = null) => Of(area, measure: measure).Refused?.Reason;

    private static Evidence Country(params AnArea[] provinces) =>
        new(new(9, 0), [], [], []) { Provinces = [.. provinces.Select(province => province.Evidence)] };
}
