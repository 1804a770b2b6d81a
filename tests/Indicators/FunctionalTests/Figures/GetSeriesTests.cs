using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;
using SocialPolicy.Indicators.FunctionalTests.Observations;
using SocialPolicy.Indicators.FunctionalTests.Targets;
using Basis = SocialPolicy.Indicators.V1.Figure.Types.Basis;

namespace SocialPolicy.Indicators.FunctionalTests.Figures;

[Collection(nameof(Indicators))]
public sealed class GettingASeries(Indicators indicators)
{
    [Fact]
    public async Task Shows_what_was_observed_what_is_rolled_up_and_what_is_accumulated()
    {
        var place = await APlace.In(indicators, communes: 3);
        var province = Rows.Of(place.Indicator, place.Province, "40", "2023");
        await place.Officer.Send(Rows.By(place.Agency), province, Weighed(place, 0, "1", "4", "2024"), Weighed(place, 1, "98", "196", "2024"), Rows.Of(place.Indicator, place.Province, "61.5", "2025-12"));

        var series = await indicators.Figures.GetSeriesAsync(new() { Indicator = $"spp:{place.Indicator.Code}", Unit = place.Province.Codes[0], FromYear = 2022, ToYear = 2025 });

        series.Points.Select(point => (point.Period, point.Figure?.Value, point.Figure?.Basis, point.Missing?.Reason)).ShouldBe(
        [
            ("2022", null, null, "NOT_OBSERVED"), ("2023", "40", Basis.Observed, null), ("2024", "49.5", Basis.RolledUp, null), ("2025", "61.5", Basis.Accumulated, null),
        ]);
        series.Points.Skip(1).Select(point => (point.Figure.GivenCount, point.Figure.UnitCount, point.Figure.PeriodCount)).ShouldBe([(1, 1, 0), (2, 3, 0), (1, 1, 1)]);
        (await ObservationsOf(place)).ShouldContain(series.Points[1].Figure.Observation);
        series.Points[2].Figure.Observation.ShouldBeEmpty();
        (series.Indicator, series.Unit, series.MeasureUnit).ShouldBe((place.Indicator.Name, $"units/{place.Province.UnitId}", "%"));
        series.Trend.ShouldSatisfyAllConditions(
            trend => (trend.PerYear, trend.FromYear, trend.ToYear, trend.ValueCount).ShouldBe(("10.75", 2023, 2025, 3)),
            trend => trend.Forecasts.ShouldHaveSingleItem().ShouldBe(new() { Year = 2026, Value = "71.83" }));
    }

    [Fact]
    public async Task Shows_what_is_expected_beside_what_was_done_when_asked()
    {
        var place = await APlace.In(indicators);
        var (done, expected) = (Rows.Of(place.Indicator, place.Province, "40", "2025"), Rows.Of(place.Indicator, place.Province, "44", "2025"));
        expected.Estimate = true;
        await place.Officer.Send(Rows.By(place.Agency), done, expected);
        var request = new V1.GetSeriesRequest { Indicator = place.Indicator.Name, Unit = place.Province.Codes[0], FromYear = 2025, ToYear = 2025 };

        (await indicators.Figures.GetSeriesAsync(request)).Points[0].ShouldSatisfyAllConditions(point => point.Figure.Value.ShouldBe("40"), point => point.Estimate.ShouldBeNull());
        request.ShowEstimates = true;
        (await indicators.Figures.GetSeriesAsync(request)).Points[0].Estimate.ShouldSatisfyAllConditions(figure => figure.Value.ShouldBe("44"), figure => figure.Estimate.ShouldBeTrue());
    }

    [Fact]
    public async Task Shows_targets_of_the_unit_with_milestones_pace_and_forecast()
    {
        var place = await APlace.In(indicators);
        var (half, whole) = (Due(place, 80, 2028), Due(place, 95, 2030));
        await indicators.AdoptOf(place.Province, half, whole);
        await indicators.AdoptOf(await indicators.AUnit("province"), Due(place, 70, 2029));
        await place.Officer.Send(Rows.By(place.Agency), Enumerable.Range(0, 3).Select(year => Rows.Of(place.Indicator, place.Province, $"{66 + 4 * year}", $"{2023 + year}")));

        var series = await Of(place);

        series.Demands.Select(demand => (demand.Target.Name, demand.Milestones.Count)).ShouldBe([($"targets/{half.TargetId}", 0), ($"targets/{whole.TargetId}", 1)]);
        series.Demands[1].Milestones[0].ShouldBe(new() { Year = 2028, Value = "80" });
        series.Demands[1].Pace.ShouldBe(new() { YearsLeft = 5, Missing = "21", NeededPerYear = "4.2", SoFarPerYear = "4", Expected = "94", Enough = false });
        series.Trend.Forecasts.Select(forecast => (forecast.Year, forecast.Value)).ShouldBe([(2028, "86"), (2030, "94")]);
    }

    [Fact]
    public async Task Marks_where_the_way_of_counting_changed()
    {
        var place = await APlace.In(indicators);
        await indicators.Keeper.DefineIndicatorAsync(new() { Name = place.Indicator.Name, Definition = new() { Text = "Cách tính cũ", Reason = "Lần đầu" } });
        await indicators.Keeper.DefineIndicatorAsync(new()
        {
            Name = place.Indicator.Name,
            Definition = new() { Text = "Cách tính mới", Reason = "Thông tư mới", ValidFrom = new() { Year = 2024, Month = 1, Day = 1 }, BreaksSeries = true },
        });
        await place.Officer.Send(Rows.By(place.Agency), Enumerable.Range(2022, 4).Select(year => Rows.Of(place.Indicator, place.Province, "50", $"{year}")));

        var series = await Of(place);

        series.Points.Where(point => point.BreaksSeries).Select(point => (point.Period, point.Definition)).ShouldBe([("2024", 2)]);
        series.Breaks.ShouldHaveSingleItem().ShouldSatisfyAllConditions(found => found.FromDate.Year.ShouldBe(2024), found => found.Reason.ShouldBe("Thông tư mới"));
        series.NoTrend.Reason.ShouldBe("TOO_FEW_VALUES");
    }

    [Fact]
    public async Task Shows_a_unit_as_it_was_or_as_it_is_now()
    {
        var place = await APlace.In(indicators, communes: 2);
        await indicators.Keeper.UpdateIndicatorAsync(new()
        {
            Indicator = new(place.Indicator) { Scale = "", OverUnits = V1.Indicator.Types.OverUnits.Sum, OverTime = V1.Indicator.Types.OverTime.Sum, Unit = "người", Most = "" },
            UpdateMask = new() { Paths = { "scale", "over_units", "over_time", "unit", "most" } },
        });
        await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "10", "2024"), place.Row(1, "5", "2024"));
        await indicators.Change(place.Communes[1] with { ValidTo = new(2025, 6, 30), SucceededBy = [place.Communes[0].UnitId] });
        var request = new V1.GetSeriesRequest { Indicator = place.Indicator.Name, Unit = place.Communes[0].Codes[0], FromYear = 2024, ToYear = 2024 };

        var then = (await indicators.Figures.GetSeriesAsync(request)).Points[0].Figure;
        request.Boundaries = V1.Boundaries.Now;
        var now = (await indicators.Figures.GetSeriesAsync(request)).Points[0].Figure;

        (then.Value, then.Basis, then.UnitCount).ShouldBe(("10", Basis.Observed, 1));
        (now.Value, now.Basis, now.GivenCount, now.UnitCount).ShouldBe(("15", Basis.RolledUp, 2, 2));
    }

    [Fact]
    public async Task Adds_the_country_up_from_its_provinces()
    {
        var country = await indicators.AUnit("country");
        var (observed, rolledUp) = (await indicators.AUnit("province", country), await indicators.AUnit("province", country));
        var commune = await indicators.AUnit("commune", rolledUp);
        var office = await indicators.AnAgency(of: country);
        var indicator = await indicators.Create(other => (other.Scale, other.OverUnits, other.Most) = ("", V1.Indicator.Types.OverUnits.Sum, ""));
        await indicators.OfficerOf(office).Send(Rows.By(office), Rows.Of(indicator, observed, "40", "2024"), Rows.Of(indicator, commune, "2", "2024"));

        var series = await indicators.Figures.GetSeriesAsync(new() { Indicator = indicator.Name, Unit = country.Codes[0], FromYear = 2024, ToYear = 2024 });

        var figure = series.Points.ShouldHaveSingleItem().Figure;
        (figure.Value, figure.Basis, figure.GivenCount, figure.UnitCount).ShouldBe(("42", Basis.RolledUp, 2, 2));
    }

    [Fact]
    public async Task Shows_a_part_and_shorter_periods()
    {
        var place = await APlace.In(indicators);
        var row = Rows.Of(place.Indicator, place.Province, "30", "2025-Q2");
        row.Part = "area=rural";
        await place.Officer.Send(Rows.By(place.Agency), row);
        var request = new V1.GetSeriesRequest { Indicator = place.Indicator.Name, Unit = place.Province.Codes[0], FromYear = 2025, ToYear = 2025, Kind = V1.PeriodKind.Quarter, Part = "area=rural" };

        var series = await indicators.Figures.GetSeriesAsync(request);
        request.Part = "area=urban";
        var silent = await indicators.Figures.GetSeriesAsync(request);

        series.Points.Select(point => (point.Period, point.Figure?.Value)).ShouldBe([("2025-Q1", null), ("2025-Q2", "30"), ("2025-Q3", null), ("2025-Q4", null)]);
        series.Trend.ShouldBeNull();
        series.NoTrend.ShouldBeNull();
        silent.Points.ShouldAllBe(point => point.Figure == null);
    }

    [Fact]
    public async Task Runs_over_ten_years_until_this_one_unless_told_otherwise()
    {
        var series = await Of(await APlace.In(indicators), from: 0, to: 0);

        (series.Points[0].Period, series.Points[^1].Period).ShouldBe(("2017", "2026"));
    }

    [Fact]
    public async Task Is_refused_by_name_for_what_is_wrong_with_it()
    {
        var place = await APlace.In(indicators);
        var good = new V1.GetSeriesRequest { Indicator = place.Indicator.Name, Unit = place.Province.Codes[0] };
        await ShouldBeRefused(new(good) { Indicator = "spp:khong_co" }, StatusCode.NotFound, "INDICATOR_NOT_FOUND");
        await ShouldBeRefused(new(good) { Unit = "gso:none" }, StatusCode.NotFound, "UNIT_NOT_FOUND");
        await ShouldBeRefused(new(good) { Unit = "" }, StatusCode.NotFound, "UNIT_NOT_FOUND");
        await ShouldBeRefused(new(good) { Part = "sex=other" }, StatusCode.InvalidArgument, "PART_NOT_FOUND");
        await ShouldBeRefused(new(good) { FromYear = 2020, ToYear = 2019 }, StatusCode.InvalidArgument, "YEARS_OUT_OF_RANGE");
        await ShouldBeRefused(new(good) { ToYear = int.MinValue }, StatusCode.InvalidArgument, "YEARS_OUT_OF_RANGE");
        await ShouldBeRefused(new(good) { Kind = (V1.PeriodKind)9 }, StatusCode.InvalidArgument, "VALUE_UNKNOWN");
        await ShouldBeRefused(new(good) { Boundaries = (V1.Boundaries)9 }, StatusCode.InvalidArgument, "VALUE_UNKNOWN");
        (await Refused.By(indicators.FiguresForNobody.GetSeriesAsync(good))).Code.ShouldBe(StatusCode.Unauthenticated);
    }

    private static V1.ObservationRow Weighed(APlace place, int commune, string numerator, string denominator, string period)
    {
        var row = place.Row(commune, "", period);
        (row.Numerator, row.Denominator) = (numerator, denominator);
        return row;
    }

    private static Contracts.Events.PlanRegistry.V1.PublishedTarget Due(APlace place, decimal value, int year) =>
        APlan.Target(place.Indicator.DisplayName) with { Comparator = "ge", Value = value, Year = year, Direction = "up", Geography = null };

    private async Task<IEnumerable<string>> ObservationsOf(APlace place) =>
        (await indicators.Observations.ListObservationsAsync(new() { Indicator = place.Indicator.Name })).Observations.Select(observation => observation.Name);

    private Task<V1.Series> Of(APlace place, int from = 2022, int to = 2025) => indicators.Figures.GetSeriesAsync(
        new() { Indicator = place.Indicator.Name, Unit = place.Province.Codes[0], FromYear = from, ToYear = to }).ResponseAsync;

    private async Task ShouldBeRefused(V1.GetSeriesRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(indicators.Figures.GetSeriesAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
