using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Figures;
using static SocialPolicy.Indicators.UnitTests.Figures.AnArea;

namespace SocialPolicy.Indicators.UnitTests.Figures;

public sealed class ReadingASeries
{
    private static readonly AnArea Area = new AnArea().Said("2021", 1).Said("2022", 2).Said("2024", 4).Said("2024", 5, estimate: true);

    [Fact]
    public void Has_a_point_for_every_period_with_a_figure_or_not()
    {
        var series = Of();

        series.Points.Select(point => (point.Period.Year, point.Figure.Said?.Value)).ShouldBe([(2021, 1m), (2022, 2m), (2023, null), (2024, 4m)]);
        series.Points[^1].Expected!.Value.ShouldBe(5);
    }

    [Fact]
    public void Breaks_where_the_way_of_counting_changed_and_compares_only_what_comes_after()
    {
        var series = Of(Version(1, null, false), Version(2, new(2022, 7, 1), true));

        series.Points.Select(point => (point.Definition, point.BreaksSeries)).ShouldBe([(1, false), (2, true), (2, false), (2, false)]);
        series.Comparable.Select(value => value.Year).ShouldBe([2022, 2024]);
    }

    [Fact]
    public void Is_not_broken_by_what_happened_before_it() => Of(Version(1, new(2010, 1, 1), true)).Points.ShouldAllBe(point => !point.BreaksSeries);

    [Fact]
    public void Compares_all_of_it_without_a_break() => Of().Comparable.Select(value => value.Value).ShouldBe([1, 2, 4]);

    [Theory]
    [InlineData(1899, 1950)]
    [InlineData(2100, 2156)]
    [InlineData(2025, 2024)]
    [InlineData(1960, 2020)]
    public void Is_refused_where_it_does_not_fit(int from, int to) => new SeriesFitAPage(from, to).IsBroken.ShouldBeTrue();

    [Fact]
    public void Fits_at_its_limits()
    {
        new SeriesFitAPage(1961, 2020).IsBroken.ShouldBeFalse();
        new SeriesFitAPage(2155, 2155).IsBroken.ShouldBeFalse();
    }

    private static Series Of(params Definition[] versions) =>
        Series.Of(new(Counted), Area.Evidence, Enumerable.Range(2021, 4).SelectMany(year => PeriodsWithin.Of(year, PeriodKind.Year)), versions);

    private static Definition Version(int number, DateOnly? from, bool breaks) =>
        new(number, from, breaks, "Cách tính", "", "", "", "", "", false, "Thông tư mới", "keeper", DateTimeOffset.UnixEpoch);
}
