namespace SocialPolicy.PlanRegistry.UnitTests.Directory;

public sealed class TheSampleDirectory
{
    [Fact]
    public void Names_only_units_and_agencies_it_has()
    {
        var units = SampleDirectory.UnitRows.SelectMany(x => SampleDirectory.List(x["codes"])).ToList();
        var agencies = SampleDirectory.AgencyRows.SelectMany(x => SampleDirectory.List(x["codes"])).ToList();

        units.ShouldBeUnique();
        agencies.ShouldBeUnique();
        Named(SampleDirectory.UnitRows, "parent", "succeeded_by").Except(units).ShouldBeEmpty();
        Named(SampleDirectory.AgencyRows, "unit").Except(units).ShouldBeEmpty();
        Named(SampleDirectory.AgencyRows, "parent", "succeeded_by").Except(agencies).ShouldBeEmpty();
    }

    [Fact]
    public void Gives_heirs_only_to_what_ended() => SampleDirectory.UnitRows.Concat(SampleDirectory.AgencyRows)
        .Where(x => x["succeeded_by"] is not "" && x["valid_to"] is "").ShouldBeEmpty();

    [Fact]
    public void Binds_as_assigned_all_but_those_who_are_asked() => SampleDirectory.AgencyRows
        .Where(x => x["binding"] is "requested").Select(x => x["kind"]).Distinct().Order(StringComparer.Ordinal)
        .ShouldBe(["front", "mass_organisation", "vertical"]);

    [Theory]
    [InlineData("spp:van-ninh", 13)]
    [InlineData("spp:huong-tra", 9)]
    [InlineData("spp:phung-hiep", 15)]
    [InlineData("spp:dak-nong", 8)]
    [InlineData("gso:14", 12)]
    public void Has_a_committee_in_every_unit_below_an_issuer(string unit, int expected)
    {
        var below = SampleDirectory.Units.Where(x => x.ParentId == SampleDirectory.Id(unit)).ToList();

        below.Count.ShouldBe(expected);
        below.Where(x => !SampleDirectory.Agencies.Any(agency => agency.UnitId == x.Id)).ShouldBeEmpty();
    }

    [Fact]
    public void Has_the_34_provinces_of_today_under_their_official_codes() => SampleDirectory.UnitRows
        .Where(x => x["level"] is "province" && x["valid_to"] is "").Select(x => x["codes"]).Order(StringComparer.Ordinal)
        .ShouldBe(
            "01 04 08 11 12 14 15 19 20 22 24 25 31 33 37 38 40 42 44 46 48 51 52 56 66 68 75 79 80 82 86 91 92 96".Split(' ').Select(code => $"gso:{code}"));

    private static IEnumerable<string> Named(IEnumerable<Dictionary<string, string>> rows, params string[] columns) =>
        rows.SelectMany(row => columns.SelectMany(column => SampleDirectory.List(row[column])));
}
