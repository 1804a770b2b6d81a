using SocialPolicy.Contracts.Events.PlanRegistry.V1;

namespace SocialPolicy.Indicators.FunctionalTests.Observations;

/// <summary>Sums follow their values and the units these are of.</summary>
[Collection(nameof(Indicators))]
public sealed class RollingUp(Indicators indicators)
{
    [Fact]
    public async Task Sums_over_every_area_a_unit_is_in()
    {
        var province = await indicators.AUnit("province");
        var district = await indicators.AUnit("district", province);
        var commune = await indicators.AUnit("commune", district);
        var place = await APlace.In(indicators);
        var office = await indicators.AnAgency(of: province);

        await indicators.OfficerOf(office).Send(Rows.By(office), Rows.Of(place.Indicator, commune, "7"), Rows.Of(place.Indicator, district, "9"), Rows.Of(place.Indicator, province, "11"));

        (await place.Rollups(district)).ShouldBe([("2025-01", 1, 7m)]);
        (await place.Rollups(province)).ShouldBe([("2025-01", 1, 9m), ("2025-01", 1, 7m)], ignoreOrder: true);
        (await Verified(2025)).ShouldBe(0);
    }

    [Fact]
    public async Task Weighs_rates_by_what_they_are_shares_of()
    {
        var place = await APlace.In(indicators);
        var (few, many) = (place.Row(0, ""), place.Row(1, "50"));
        (few.Numerator, few.Denominator, many.Denominator) = ("1", "4", "396");

        await place.Officer.Send(Rows.By(place.Agency), few, many);

        (await Weight(place)).ShouldBe("2/2/199/400");
        many.Denominator = "196";
        await place.Officer.Send(Rows.By(place.Agency), many);
        (await Weight(place)).ShouldBe("2/2/99/200");
        (await Verified(0)).ShouldBe(0);
    }

    [Fact]
    public async Task Follows_units_into_those_that_succeed_them_and_keeps_how_they_were()
    {
        var place = await APlace.In(indicators, communes: 3);
        await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "1"), place.Row(1, "2"), place.Row(2, "4"));
        var elsewhere = await indicators.AUnit("province");
        var (near, far) = (await indicators.AUnit("commune", place.Province), await indicators.AUnit("commune", elsewhere));

        await indicators.Change(place.Communes[0] with { ValidTo = new(2025, 6, 30), SucceededBy = [near.UnitId] });
        await indicators.Change(place.Communes[1] with { ValidTo = new(2025, 6, 30), SucceededBy = [far.UnitId] });
        await indicators.Change(place.Communes[2] with { ValidTo = new(2025, 6, 30), SucceededBy = [near.UnitId, far.UnitId] });

        (await Cells(place, place.Province)).ShouldBe("0:1/1 1:2/6");
        (await Cells(place, elsewhere)).ShouldBe("2:1/2");
        (await Cells(place, near)).ShouldBe("2:1/1");
        (await Cells(place, far)).ShouldBe("2:1/2");
        (await Verified(0)).ShouldBe(0);
    }

    [Fact]
    public async Task Is_refused_for_a_unit_that_ended_before_the_period()
    {
        var place = await APlace.In(indicators);
        var ended = await indicators.AUnit("commune", place.Province, new DateOnly(2024, 12, 31), place.Communes[0]);

        var answer = await place.Officer.Send(Rows.By(place.Agency), Rows.Of(place.Indicator, ended, "1"), Rows.Of(place.Indicator, ended, "1", "2024-12"));

        answer.RefusedRows.Select(row => (row.Row, row.Reason)).ShouldBe([(1, "UNIT_SUPERSEDED")]);
        answer.RefusedRows[0].Message.ShouldContain(place.Communes[0].Codes[0]);
    }

    [Fact]
    public async Task Is_found_out_when_a_sum_is_not_that_of_its_values()
    {
        var place = await APlace.In(indicators);
        await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "1", "1999-01"));
        const string Falsify = "with changed as (update rollups_before set total = total + @by where year = 1999 returning 1) select count(*) from changed";
        await indicators.Ask<int>(Falsify, new { by = 1 });

        var found = await indicators.Auditing.CheckRollupsAsync(new() { Year = 1999 });

        found.MismatchCount.ShouldBe(1);
        var mismatch = found.Mismatches.ShouldHaveSingleItem();
        (mismatch.Indicator, mismatch.Area, mismatch.Period).ShouldBe((place.Indicator.Name, $"units/{place.Province.UnitId}", "1999-01"));
        (mismatch.Kept, mismatch.Counted).ShouldBe(("units 1, weighted 0, total 2, numerator 0, denominator 0", "units 1, weighted 0, total 1, numerator 0, denominator 0"));
        await indicators.Ask<int>(Falsify, new { by = -1 });
        (await Verified(1999)).ShouldBe(0);
    }

    private async Task<long> Verified(int year) => (await indicators.Auditing.CheckRollupsAsync(new() { Year = year })).MismatchCount;

    private Task<string> Weight(APlace place) => indicators.Ask<string>(
        """
        select concat_ws('/', r.units, r.weighted, trim_scale(r.numerator), trim_scale(r.denominator))
        from rollups r join indicators i on i.key = r.indicator where i.id = @id
        """,
        new { id = IdOf(place) });

    private Task<string> Cells(APlace place, ChangedUnit area) => indicators.Ask<string>(
        """
        select string_agg(concat(r.boundaries, ':', r.units, '/', trim_scale(r.total)), ' ' order by r.boundaries)
        from rollups r join indicators i on i.key = r.indicator join measured_units u on u.key = r.area where i.id = @id and u.unit_id = @UnitId
        """,
        new { id = IdOf(place), area.UnitId });

    private static Guid IdOf(APlace place) => Guid.Parse(place.Indicator.Name["indicators/".Length..]);
}
