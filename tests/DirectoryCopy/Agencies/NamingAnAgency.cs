using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.DirectoryCopy.Agencies;

namespace SocialPolicy.DirectoryCopy.FunctionalTests.Agencies;

public sealed class NamingAnAgency(Copy copy) : IClassFixture<Copy>
{
    [Fact]
    public async Task Finds_it_by_its_name_and_by_each_of_its_codes()
    {
        var agency = Rows.Agency("Sở Y tế tỉnh Sơn La") with
        {
            Codes = ["spp:sl.so-y-te", "mst:0100000001"],
            ParentId = Guid.CreateVersion7(),
            Requested = true,
            ValidFrom = new(2016, 1, 1),
            ValidTo = Rows.LastDay,
            SucceededBy = [Guid.CreateVersion7()],
            Email = "so-y-te@sonla.example",
        };
        await copy.Keep(1, agency, Rows.Agency("Sở Xây dựng tỉnh Sơn La"));
        await using var connection = await copy.Open();

        foreach (var name in (string[])[$"agencies/{agency.AgencyId}", "spp:sl.so-y-te", "mst:0100000001"])
        {
            var found = await connection.RequireAgency(name, "agency", CancellationToken.None);

            found.ShouldSatisfyAllConditions(
                () => found.Id.ShouldBe(agency.AgencyId),
                () => found.ResourceName.ShouldBe($"agencies/{agency.AgencyId}"),
                () => found.Codes.ShouldBe(agency.Codes),
                () => found.Name.ShouldBe(agency.Name),
                () => found.Kind.ShouldBe("department"),
                () => found.UnitId.ShouldBe(agency.UnitId),
                () => found.ParentId.ShouldBe(agency.ParentId),
                () => found.Requested.ShouldBeTrue(),
                () => (found.ValidFrom, found.ValidTo).ShouldBe((agency.ValidFrom, agency.ValidTo)),
                () => found.SucceededBy.ShouldBe(agency.SucceededBy),
                () => found.Email.ShouldBe("so-y-te@sonla.example"));
        }
    }

    [Theory]
    [InlineData("agencies/0197a2f0-0000-7000-8000-000000000000", "AGENCY_NOT_FOUND")]
    [InlineData("spp:sl.so-khong-co", "AGENCY_NOT_FOUND")]
    [InlineData("agencies/so-y-te", "NAME_MALFORMED")]
    [InlineData("", "NAME_MALFORMED")]
    public async Task Is_refused_when_it_names_none(string name, string reason)
    {
        await using var connection = await copy.Open();

        var broken = await Should.ThrowAsync<RuleBroken>(() => connection.RequireAgency(name, "agency", CancellationToken.None));

        broken.First.Reason.ShouldBe(reason);
        broken.First.Field.ShouldBe("agency");
    }
}
