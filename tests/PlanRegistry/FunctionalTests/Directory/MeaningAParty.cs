using System.Text.Json;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Directory.Sending;
using Kind = SocialPolicy.PlanRegistry.V1.Agency.Types.Kind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Directory;

/// <summary>Whom the names in plans mean; the directory is that of the province whose plan the sample is.</summary>
public sealed class MeaningAParty(Registry registry) : IClassFixture<Registry>
{
    private const string Committee = "mean:ubnd";
    private const string Labour = "mean:so-ldtbxh";
    private const string District = "mean:mai-son.ubnd";

    [Fact]
    public async Task Says_the_agency_of_a_name_and_the_members_of_a_group()
    {
        await Directory();

        var one = await registry.Directory.ResolvePartyAsync(new() { Text = "UBND tỉnh", Issuer = Committee });
        var group = await registry.Directory.ResolvePartyAsync(new() { Text = "UBND các huyện, thành phố", Issuer = Committee });
        var nobody = await registry.Directory.ResolvePartyAsync(new() { Text = "Sở Không có", Issuer = Committee });

        one.Party.Agency.ShouldBe(await NameOf(Committee));
        group.Party.Group.Reach.ShouldBe(V1.AgencyGroup.Types.Reach.UnitsBelow);
        group.Members.ShouldBe([await NameOf(District)]);
        nobody.Party.ShouldBe(new() { Text = "Sở Không có" });
    }

    [Fact]
    public async Task Looks_at_the_agencies_of_the_day()
    {
        await Directory();

        var then = await registry.Directory.ResolvePartyAsync(new() { Text = "Sở Cũ", Issuer = Committee, On = new() { Year = 2024, Month = 11, Day = 18 } });
        var now = await registry.Directory.ResolvePartyAsync(new() { Text = "Sở Cũ", Issuer = Committee });

        then.Party.Agency.ShouldNotBeEmpty();
        now.Party.Agency.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", Committee, "FIELD_REQUIRED")]
    [InlineData("UBND tỉnh", "", "FIELD_REQUIRED")]
    [InlineData("UBND tỉnh", "mean:nobody", "AGENCY_NOT_FOUND")]
    public async Task Is_refused_without_a_name_or_an_issuer_it_knows(string text, string issuer, string reason) =>
        (await Refused.By(registry.Directory.ResolvePartyAsync(new() { Text = text, Issuer = issuer }))).Reason.ShouldBe(reason);

    [Fact]
    public async Task Is_fixed_and_announced_when_the_plan_is_published()
    {
        await Directory();
        var committee = await NameOf(Committee);
        var labour = await NameOf(Labour);

        var published = await registry.ImportPublished();

        var duty = published.ReportingDuties.ShouldHaveSingleItem();
        published.IssuerAgency.ShouldBe(committee);
        duty.ReporterParties.Select(party => party.Text).ShouldBe(duty.Reporters);
        duty.ReporterParties.ShouldAllBe(party => party.Group != null);
        duty.AddresseeParties.ShouldHaveSingleItem().Agency.ShouldBe(committee);
        duty.ViaParty.Agency.ShouldBe(labour);
        using var fact = JsonDocument.Parse(await registry.Ask<string>("select payload from ground.outbox where aggregate = @name", new { name = published.Name }));
        $"agencies/{fact.RootElement.GetProperty("issuerAgencyId").GetString()}".ShouldBe(committee);
        var told = fact.RootElement.GetProperty("reportingDuties")[0];
        $"agencies/{told.GetProperty("viaParty").GetProperty("agencyId").GetString()}".ShouldBe(labour);
        told.GetProperty("reporterParties").GetArrayLength().ShouldBe(duty.Reporters.Count);
    }

    [Fact]
    public async Task Stays_as_it_was_published_and_is_found_anew_before()
    {
        await Directory();
        var published = await registry.ImportPublished();
        var confirmed = await registry.ImportConfirmed();
        await Directory(labour: "Sở Khác tỉnh Sơn La");

        (await registry.Registrar.GetPlanAsync(new() { Name = published.Name })).ReportingDuties[0].ViaParty.ShouldBe(published.ReportingDuties[0].ViaParty);
        (await registry.Registrar.GetPlanAsync(new() { Name = confirmed.Name })).ReportingDuties[0].ViaParty.Agency.ShouldBeEmpty();
    }

    private async Task<string> NameOf(string code) => (await registry.Directory.GetAgencyAsync(new() { Name = code })).Name;

    private Task<V1.ImportDirectoryResponse> Directory(string labour = "Sở Lao động - Thương binh và Xã hội tỉnh Sơn La")
    {
        var ended = Agency("mean:so-cu", "mean:sl", "Sở Cũ tỉnh Sơn La");
        ended.Aliases.Add("Sở Cũ");
        ended.ValidTo = new() { Year = 2025, Month = 2, Day = 28 };
        return registry.Directory.Import(
            [Province("mean:sl", "tỉnh Sơn La"), Sending.District("mean:mai-son", "mean:sl", "huyện Mai Sơn")],
            [
                Agency(Committee, "mean:sl", "Ủy ban nhân dân tỉnh Sơn La", Kind.PeoplesCommittee),
                Agency(Labour, "mean:sl", labour),
                Agency(District, "mean:mai-son", "Ủy ban nhân dân huyện Mai Sơn", Kind.PeoplesCommittee),
                ended,
            ]);
    }
}
