using SocialPolicy.DirectoryCopy.Agencies;

namespace SocialPolicy.DirectoryCopy.FunctionalTests.Agencies;

public sealed class MeaningAGroup(Copy copy) : IClassFixture<Copy>
{
    [Fact]
    public async Task Means_the_agencies_of_its_kinds_in_the_unit_itself_by_name()
    {
        var province = Rows.Unit("tỉnh");
        var district = Rows.Unit("huyện", "district", province.UnitId);
        var health = Rows.Agency("Sở Y tế", province.UnitId);
        var labour = Rows.Agency("Sở Lao động", province.UnitId);
        var insurance = Rows.Agency("Bảo hiểm xã hội tỉnh", province.UnitId, "vertical");
        var committee = Rows.Agency("UBND tỉnh", province.UnitId, "peoples_committee");
        var below = Rows.Agency("Phòng Y tế", district.UnitId);
        await copy.Keep(1, province, district);
        await copy.Keep(1, health, labour, insurance, committee, below);

        (await Members(new(province.UnitId, Below: false, ["department", "vertical"]), Rows.In2024))
            .ShouldBe([insurance.AgencyId, labour.AgencyId, health.AgencyId]);
    }

    [Fact]
    public async Task Means_the_units_right_below_on_the_day()
    {
        var province = Rows.Unit("tỉnh");
        var district = Rows.Unit("huyện", "district", province.UnitId);
        var communeBelow = Rows.Unit("xã cũ", "commune", district.UnitId);
        var commune = Rows.Unit("xã mới", "commune", province.UnitId);
        var old = Rows.Agency("UBND huyện", district.UnitId, "peoples_committee") with { ValidTo = Rows.LastDay };
        var tooDeep = Rows.Agency("UBND xã cũ", communeBelow.UnitId, "peoples_committee");
        var young = Rows.Agency("UBND xã mới", commune.UnitId, "peoples_committee") with { ValidFrom = Rows.LastDay.AddDays(1) };
        await copy.Keep(1, province, district, communeBelow, commune);
        await copy.Keep(1, old, tooDeep, young);
        var group = new AgencyGroup(province.UnitId, Below: true, ["peoples_committee"]);

        (await Members(group, Rows.LastDay)).ShouldBe([old.AgencyId]);
        (await Members(group, Rows.LastDay.AddDays(1))).ShouldBe([young.AgencyId]);
    }

    [Fact]
    public async Task Means_nobody_in_a_place_that_has_none() =>
        (await Members(new(Guid.CreateVersion7(), Below: false, ["department"]), Rows.In2024)).ShouldBeEmpty();

    private async Task<IEnumerable<Guid>> Members(AgencyGroup group, DateOnly on)
    {
        await using var connection = await copy.Open();
        return (await connection.MembersOf(group, on, CancellationToken.None)).Select(agency => agency.Id);
    }
}
