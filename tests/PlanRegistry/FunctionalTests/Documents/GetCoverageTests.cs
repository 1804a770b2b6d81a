using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;
using Kind = SocialPolicy.PlanRegistry.V1.Agency.Types.Kind;
using Reach = SocialPolicy.PlanRegistry.V1.AgencyGroup.Types.Reach;
using State = SocialPolicy.PlanRegistry.V1.GetCoverageResponse.Types.State;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class GettingCoverage(Registry registry) : IClassFixture<Registry>
{
    private const string Province = "cover:province";
    private const string Committee = "cover:committee";

    [Fact]
    public async Task Says_who_has_and_who_has_not_and_what_predecessors_have()
    {
        await Directory();
        var top = await registry.Register(new() { Number = NewNumber("KH-UBND"), Issuer = "UBND tỉnh Mẫu", IssuerAgency = Committee });
        var own = await Issued("cover:a", top);
        var before = await Issued("cover:old", top);

        var answer = await registry.Documents.GetCoverageAsync(new() { Name = top.Name, Group = Communes(), On = On(2026, 1, 1) });

        answer.Members.Select(member => (member.DisplayName, member.State)).ShouldBe(
        [
            ("Ủy ban nhân dân xã An", State.Issued), ("Ủy ban nhân dân xã Bình", State.IssuedByPredecessor), ("Ủy ban nhân dân xã Cao", State.Missing),
        ]);
        answer.Members[0].Issued.ShouldHaveSingleItem().Document.Name.ShouldBe(own.Name);
        var taken = answer.Members[1].Issued.ShouldHaveSingleItem();
        (taken.Document.Name, taken.Depth, taken.Predecessor).ShouldBe((before.Name, 1, (await registry.Directory.GetAgencyAsync(new() { Name = "cover:old" })).Name));
        (answer.IssuedCount, answer.PredecessorCount, answer.MissingCount).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task Asks_those_in_force_on_the_day_for_what_is_in_force_then()
    {
        await Directory();
        var top = await registry.Register(new() { Number = NewNumber("KH-UBND"), Issuer = "UBND tỉnh Mẫu", IssuerAgency = Committee });
        await Issued("cover:old", top);

        var answer = await registry.Documents.GetCoverageAsync(new() { Name = top.Name, Group = Communes(), On = On(2025, 1, 1) });
        var early = await registry.Documents.GetCoverageAsync(new() { Name = top.Name, Group = Communes(), On = On(2024, 1, 1) });

        answer.Members.ShouldHaveSingleItem().State.ShouldBe(State.Issued);
        early.Members.ShouldHaveSingleItem().State.ShouldBe(State.Missing);
    }

    [Fact]
    public async Task Understands_the_words_of_the_document_around_its_issuer_as_of_its_day()
    {
        await Directory();
        var top = await registry.Register(new() { Number = NewNumber("KH-UBND"), Issuer = "UBND tỉnh Mẫu", IssuerAgency = Committee, IssuedOn = On(2026, 1, 5) });
        await Issued("cover:a", top);

        var answer = await registry.Documents.GetCoverageAsync(new() { Name = top.Name, Text = "UBND các xã, phường", On = On(2026, 2, 1) });

        (answer.IssuedCount, answer.MissingCount).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Counts_a_document_of_an_issuer_that_the_directory_knows_by_name()
    {
        await Directory();
        var top = await registry.New();
        await registry.Register(new() { Number = NewNumber("KH-UBND"), Issuer = "UBND xã Cao", Province = "Mẫu", IssuedOn = On(2026, 1, 2) }, Of(top));

        var answer = await registry.Documents.GetCoverageAsync(new() { Name = top.Name, Group = Communes(), On = On(2026, 2, 1) });

        answer.Members.Single(member => member.State is State.Issued).DisplayName.ShouldBe("Ủy ban nhân dân xã Cao");
    }

    [Fact]
    public async Task Is_refused_for_words_around_an_issuer_that_nobody_knows() => await ShouldBeRefused(
        new() { Name = (await registry.New()).Name, Text = "UBND các xã" }, StatusCode.FailedPrecondition, "DOCUMENT_ISSUER_UNKNOWN");

    [Fact]
    public async Task Is_refused_for_words_that_mean_nobody()
    {
        await Directory();
        var top = await registry.Register(new() { Number = NewNumber("KH-UBND"), IssuerAgency = Committee });

        await ShouldBeRefused(new() { Name = top.Name, Text = "Hội Người yêu thơ" }, StatusCode.FailedPrecondition, "PARTY_UNKNOWN");
    }

    [Fact]
    public async Task Is_refused_for_a_unit_the_directory_does_not_have()
    {
        var group = Communes();
        group.Unit = "cover:nowhere";

        await ShouldBeRefused(new() { Name = (await registry.New()).Name, Group = group }, StatusCode.NotFound, "UNIT_NOT_FOUND");
    }

    [Fact]
    public async Task Is_refused_without_anybody() => await ShouldBeRefused(new() { Name = (await registry.New()).Name }, StatusCode.InvalidArgument, "FIELD_REQUIRED");

    [Fact]
    public async Task Is_refused_for_a_group_without_kinds() =>
        await ShouldBeRefused(new() { Name = (await registry.New()).Name, Group = new() { Unit = Province, Reach = Reach.Unit } }, StatusCode.InvalidArgument, "FIELD_REQUIRED");

    [Fact]
    public Task Is_refused_for_a_document_the_graph_does_not_have() =>
        ShouldBeRefused(new() { Name = $"documents/{Guid.CreateVersion7()}", Group = Communes() }, StatusCode.NotFound, "DOCUMENT_NOT_FOUND");

    private static V1.AgencyGroup Communes() => new() { Unit = Province, Reach = Reach.UnitsBelow, Kinds = { Kind.PeoplesCommittee } };

    private Task<V1.Document> Issued(string agency, V1.Document above) =>
        registry.Register(new() { Number = NewNumber("KH-UBND"), IssuerAgency = agency, IssuedOn = On(2024, 6, 1) }, Of(above));

    private async Task Directory()
    {
        var old = Sending.Agency("cover:old", "cover:unit-old", "Ủy ban nhân dân xã Bình Cũ", Kind.PeoplesCommittee);
        old.ValidTo = On(2025, 6, 30);
        old.SucceededByCodes.Add("cover:b");
        V1.ImportDirectoryRequest.Types.AgencyRow[] communes =
        [
            Sending.Agency("cover:a", "cover:unit-a", "Ủy ban nhân dân xã An", Kind.PeoplesCommittee),
            Sending.Agency("cover:b", "cover:unit-b", "Ủy ban nhân dân xã Bình", Kind.PeoplesCommittee),
            Sending.Agency("cover:c", "cover:unit-c", "Ủy ban nhân dân xã Cao", Kind.PeoplesCommittee),
        ];
        foreach (var commune in communes)
            commune.ValidFrom = On(2025, 7, 1);
        await registry.Directory.Import(
            [Sending.Province(Province), Commune("old", "xã Bình Cũ"), Commune("a", "xã An"), Commune("b", "xã Bình"), Commune("c", "xã Cao")],
            [Sending.Agency(Committee, Province, "Ủy ban nhân dân tỉnh Mẫu", Kind.PeoplesCommittee), old, .. communes]);
    }

    private static V1.ImportDirectoryRequest.Types.UnitRow Commune(string code, string name) =>
        new() { Codes = { $"cover:unit-{code}" }, DisplayName = name, Level = V1.Unit.Types.Level.Commune, ParentCode = Province };

    private async Task ShouldBeRefused(V1.GetCoverageRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Documents.GetCoverageAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
