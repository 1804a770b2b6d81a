using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;
using SocialPolicy.Indicators.FunctionalTests.Observations;
using Basis = SocialPolicy.Indicators.V1.Figure.Types.Basis;

namespace SocialPolicy.Indicators.FunctionalTests.Figures;

[Collection(nameof(Indicators))]
public sealed class ComparingUnits(Indicators indicators)
{
    [Fact]
    public async Task Ranks_the_units_right_below_an_area_and_says_of_the_others_why_they_have_no_value()
    {
        var place = await APlace.In(indicators, communes: 6);
        await place.Officer.Send(
            Rows.By(place.Agency),
            place.Row(0, "10"), place.Row(1, "30"), place.Row(2, "30"), place.Row(3, "20"), place.Row(4, "25", "2024-12"));

        var comparison = await indicators.Figures.CompareUnitsAsync(Below(place));

        comparison.Rows.Select(row => (row.Rank, row.Figure?.Value, row.Tied, row.Quarter)).ShouldBe(
            [(1, "30", true, 1), (1, "30", true, 1), (3, "20", false, 3), (4, "10", false, 4), (0, null, false, 0), (0, null, false, 0)]);
        comparison.Rows.Skip(4).ShouldAllBe(row => row.Missing.Reason == "NOT_OBSERVED");
        comparison.Rows[3].ShouldSatisfyAllConditions(
            row => (row.Unit, row.Code).ShouldBe(($"units/{place.Communes[0].UnitId}", place.Communes[0].Codes[0])), row => row.DisplayName.ShouldBe(place.Communes[0].Name));
        (comparison.LowerQuartile, comparison.Median, comparison.UpperQuartile, comparison.GivenCount).ShouldBe(("17.5", "25", "30", 4));
        (comparison.Indicator, comparison.Period, comparison.LessIsBetter).ShouldBe((place.Indicator.Name, "2025-01", false));
    }

    [Fact]
    public async Task Puts_the_lowest_first_where_less_is_better()
    {
        var place = await APlace.In(indicators, communes: 2);
        var poverty = await indicators.Create(indicator => indicator.Direction = Types.V1.Direction.Down);
        await place.Officer.Send(Rows.By(place.Agency), Rows.Of(poverty, place.Communes[0], "9"), Rows.Of(poverty, place.Communes[1], "3"));

        var comparison = await indicators.Figures.CompareUnitsAsync(new(Below(place)) { Indicator = poverty.Name });

        comparison.LessIsBetter.ShouldBeTrue();
        comparison.Rows.Select(row => row.Figure.Value).ShouldBe(["3", "9"]);
    }

    [Fact]
    public async Task Takes_provinces_of_the_country_with_what_they_add_up_to()
    {
        var country = await indicators.AUnit("country");
        var (first, second) = (await indicators.AUnit("province", country), await indicators.AUnit("province", country));
        var (a, b) = (await indicators.AUnit("commune", first), await indicators.AUnit("commune", first));
        var office = await indicators.AnAgency(of: country);
        var indicator = await indicators.Create(other => (other.Scale, other.OverUnits, other.Most) = ("", V1.Indicator.Types.OverUnits.Sum, ""));
        await indicators.OfficerOf(office).Send(Rows.By(office), Rows.Of(indicator, a, "4"), Rows.Of(indicator, b, "5"), Rows.Of(indicator, second, "8"));
        var request = new V1.CompareUnitsRequest { Indicator = indicator.Name, Period = "2025-01", Area = country.Codes[0] };

        var provinces = await indicators.Figures.CompareUnitsAsync(request);
        var communes = await indicators.Figures.CompareUnitsAsync(new(request) { Level = V1.UnitLevel.Commune });

        provinces.Rows.Select(row => (row.Unit, row.Figure.Value, row.Figure.Basis)).ShouldBe(
            [($"units/{first.UnitId}", "9", Basis.RolledUp), ($"units/{second.UnitId}", "8", Basis.Observed)]);
        communes.Rows.Select(row => row.Figure.Value).ShouldBe(["5", "4"]);
    }

    [Fact]
    public async Task Takes_districts_while_there_were_any_and_communes_since()
    {
        var province = await indicators.AUnit("province");
        var district = await indicators.AUnit("district", province, validTo: new(2025, 6, 30));
        var commune = await indicators.AUnit("commune", district);
        var indicator = await indicators.Create();
        await indicators.Change(commune with { ParentId = province.UnitId, ValidFrom = new(2025, 7, 1) });
        var request = new V1.CompareUnitsRequest { Indicator = indicator.Name, Area = province.Codes[0] };

        var before = await indicators.Figures.CompareUnitsAsync(new(request) { Period = "2025-06" });
        var since = await indicators.Figures.CompareUnitsAsync(new(request) { Period = "2025-07" });

        before.Rows.Select(row => row.Unit).ShouldBe([$"units/{district.UnitId}"]);
        since.Rows.Select(row => row.Unit).ShouldBe([$"units/{commune.UnitId}"]);
    }

    [Fact]
    public async Task Takes_the_units_of_today_with_what_they_took_over()
    {
        var place = await APlace.In(indicators, communes: 3);
        var people = await indicators.Create(other => (other.Scale, other.OverUnits, other.Most) = ("", V1.Indicator.Types.OverUnits.Sum, ""));
        await place.Officer.Send(Rows.By(place.Agency), Enumerable.Range(0, 3).Select(commune => Rows.Of(people, place.Communes[commune], $"{commune + 1}")));
        var heir = await indicators.AUnit("commune", place.Province);
        foreach (var ended in place.Communes.Skip(1))
            await indicators.Change(ended with { ValidTo = new(2025, 6, 30), SucceededBy = [heir.UnitId] });

        var now = await indicators.Figures.CompareUnitsAsync(new(Below(place)) { Indicator = people.Name, Boundaries = V1.Boundaries.Now });

        now.Rows.Select(row => (row.Unit, row.Figure.Value)).ShouldBe([($"units/{heir.UnitId}", "5"), ($"units/{place.Communes[0].UnitId}", "1")]);
    }

    [Fact]
    public async Task Says_which_unit_lies_far_from_the_others()
    {
        var place = await APlace.In(indicators, communes: 6);
        await place.Officer.Send(Rows.By(place.Agency), new[] { "20", "21", "22", "23", "24", "99" }.Select((value, commune) => place.Row(commune, value)));

        var comparison = await indicators.Figures.CompareUnitsAsync(Below(place));

        comparison.Rows.Where(row => row.Outlier).Select(row => row.Figure.Value).ShouldBe(["99"]);
    }

    [Fact]
    public async Task Is_refused_by_name_for_what_is_wrong_with_it()
    {
        var good = Below(await APlace.In(indicators));
        await ShouldBeRefused(new(good) { Indicator = "indicators/1" }, StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(new(good) { Area = "gso:none" }, StatusCode.NotFound, "UNIT_NOT_FOUND");
        await ShouldBeRefused(new(good) { Period = "" }, StatusCode.InvalidArgument, "PERIOD_MALFORMED");
        await ShouldBeRefused(new(good) { Level = (V1.UnitLevel)9 }, StatusCode.InvalidArgument, "VALUE_UNKNOWN");
        await ShouldBeRefused(new(good) { Part = "x" }, StatusCode.InvalidArgument, "PART_NOT_FOUND");
        (await Refused.By(indicators.FiguresForNobody.CompareUnitsAsync(good))).Code.ShouldBe(StatusCode.Unauthenticated);
    }

    private static V1.CompareUnitsRequest Below(APlace place) => new() { Indicator = place.Indicator.Name, Period = "2025-01", Area = place.Province.Codes[0] };

    private async Task ShouldBeRefused(V1.CompareUnitsRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(indicators.Figures.CompareUnitsAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
