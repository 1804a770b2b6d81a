using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;

namespace SocialPolicy.DirectoryCopy.FunctionalTests.Agencies;

public sealed class ActingForAnAgency(Copy copy) : IClassFixture<Copy>
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Fact]
    public async Task Is_allowed_for_its_own_and_for_those_it_is_listed_for()
    {
        var (own, listed, others) = (Rows.Agency("Sở Y tế"), Rows.Agency("UBND huyện") with { Codes = ["spp:x.first", "spp:x.second"] }, Rows.Agency("Sở Xây dựng"));
        await copy.Keep(1, own, listed, others);
        var officer = Officer(own.Codes[0], "spp:x.second", "spp:x.nobody-knows");

        await ActsForThese(officer, own, listed);
        await ActsForNone(officer, others);
    }

    [Fact]
    public async Task Is_allowed_for_none_without_an_agency()
    {
        var agency = Rows.Agency("Sở Y tế");
        await copy.Keep(1, agency);

        foreach (var officer in (Caller[])[Officer(null), Officer($"agencies/{agency.AgencyId}"), Officer(Caller.WholeInstallation)])
            await ActsForNone(officer, agency);
    }

    [Fact]
    public async Task Passes_to_the_only_heir_on_the_day_after_the_last()
    {
        var (heir, other) = (Rows.Agency("Sở Nội vụ"), Rows.Agency("Sở Y tế"));
        var ended = Rows.Agency("Sở Lao động") with { ValidTo = Today.AddDays(-1), SucceededBy = [heir.AgencyId] };
        var ending = Rows.Agency("Sở Tài chính") with { ValidTo = Today, SucceededBy = [heir.AgencyId] };
        var shared = Rows.Agency("Sở Cũ") with { ValidTo = Today.AddDays(-1), SucceededBy = [heir.AgencyId, other.AgencyId] };
        await copy.Keep(1, heir, other, ended, ending, shared);

        await ActsForThese(Officer(heir.Codes[0]), heir, ended);
        await ActsForThese(Officer(ending.Codes[0]), ending);
        await ActsForThese(Officer(other.Codes[0]), other);
        await ActsForNone(Officer(ended.Codes[0]), ended, heir);
    }

    private async Task ActsForThese(Caller officer, params ChangedAgency[] agencies)
    {
        await using var connection = await copy.Open();

        (await connection.AgenciesOf(officer, Today, default)).ShouldBe(agencies.Select(agency => agency.AgencyId), ignoreOrder: true);
        foreach (var agency in agencies)
            (await connection.ActsFor(officer, [agency.AgencyId], Today, default)).ShouldBeTrue(agency.Name);
    }

    private async Task ActsForNone(Caller officer, params ChangedAgency[] agencies)
    {
        await using var connection = await copy.Open();

        (await connection.ActsFor(officer, [.. agencies.Select(agency => agency.AgencyId)], Today, default)).ShouldBeFalse();
    }

    private static Caller Officer(string? agency, params string[] actFor) => new("nguyen.van.a", "tests", agency, new HashSet<Role> { Role.ReportingOfficer }, actFor);
}
