using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.DirectoryCopy.Agencies;

namespace SocialPolicy.DirectoryCopy.FunctionalTests.Agencies;

public sealed class ActingForAnAgency(Copy copy) : IClassFixture<Copy>
{
    [Fact]
    public async Task Is_allowed_for_its_own_and_for_those_it_is_listed_for()
    {
        var (own, listed, others) = (Rows.Agency("Sở Y tế"), Rows.Agency("UBND huyện") with { Codes = ["spp:x.first", "spp:x.second"] }, Rows.Agency("Sở Xây dựng"));
        await copy.Keep(1, own, listed, others);
        var officer = Officer(own.Codes[0], "spp:x.second", "spp:x.nobody-knows");
        await using var connection = await copy.Open();

        (await connection.AgenciesOf(officer, CancellationToken.None)).ShouldBe([own.AgencyId, listed.AgencyId], ignoreOrder: true);
        await connection.MustActFor(officer, await Known(own.AgencyId), CancellationToken.None);
        await connection.MustActFor(officer, await Known(listed.AgencyId), CancellationToken.None);
        await IsRefused(officer, others.AgencyId);
    }

    [Fact]
    public async Task Is_allowed_for_none_without_an_agency()
    {
        var agency = Rows.Agency("Sở Y tế");
        await copy.Keep(1, agency);
        await using var connection = await copy.Open();

        (await connection.AgenciesOf(Officer(null), CancellationToken.None)).ShouldBeEmpty();
        await IsRefused(Officer(null), agency.AgencyId);
        await IsRefused(Officer($"agencies/{agency.AgencyId}"), agency.AgencyId);
    }

    private async Task IsRefused(Caller caller, Guid agency)
    {
        await using var connection = await copy.Open();
        var known = await Known(agency);

        var broken = await Should.ThrowAsync<RuleBroken>(() => connection.MustActFor(caller, known, CancellationToken.None));

        broken.First.Reason.ShouldBe("AGENCY_NOT_YOURS");
        broken.First.Facts["agency"].ShouldBe($"agencies/{agency}");
    }

    private async Task<KnownAgency> Known(Guid agency)
    {
        await using var connection = await copy.Open();
        return await connection.RequireAgency($"agencies/{agency}", "agency", CancellationToken.None);
    }

    private static Caller Officer(string? agency, params string[] actFor) => new("nguyen.van.a", "tests", agency, new HashSet<Role> { Role.ReportingOfficer }, actFor);
}
