using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;
using Kind = SocialPolicy.PlanRegistry.V1.RelationKind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class MergingDocuments(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Lets_what_cited_the_stub_cite_what_it_means()
    {
        var (citing, stub) = await Stub();
        var meant = await registry.New();

        var answer = await registry.Documents.MergeDocumentsAsync(new() { Name = stub.Name, Into = meant.Name, Etag = stub.Etag });

        (answer.Name, answer.CitedByCount).ShouldBe((meant.Name, 1));
        (await registry.Find(citing.Name)).Relations.ShouldHaveSingleItem().Document.ShouldBe(meant.Name);
        var tombstone = await registry.Find(stub.Name);
        (tombstone.MergedInto, tombstone.Stub, tombstone.Etag).ShouldBe((meant.Name, true, "v2"));
        (await registry.Called(stub.Number)).ShouldBeEmpty();
        (await registry.Documents.ListDocumentsAsync(new() { Query = stub.Number, UpdatedSince = stub.UpdateTime })).Documents.ShouldBe([tombstone]);
    }

    [Fact]
    public async Task Is_remembered_for_later_texts_that_cite_in_the_same_words()
    {
        var number = NewNumber("KH-UBND");
        var one = await registry.Register(new() { Number = number, IssuedOn = On(2024, 1, 9), Issuer = "UBND huyện Mai Sơn", Province = "Sơn La" });
        await registry.Register(new() { Number = number, IssuedOn = On(2024, 1, 9), Issuer = "UBND huyện Mường La", Province = "Sơn La" });
        var first = await registry.Published(PlanPursuantTo($"Kế hoạch số {number} ngày 09/01/2024", "71101"));
        var ambiguous = await registry.Find((await registry.Find(first.Name)).Relations.ShouldHaveSingleItem().Document);
        (ambiguous.Stub, ambiguous.Ambiguous).ShouldBe((true, true));

        await registry.Documents.MergeDocumentsAsync(new() { Name = ambiguous.Name, Into = one.Name });
        var second = await registry.Published(PlanPursuantTo($"Kế hoạch số {number} ngày 09/01/2024", "71102"));

        (await registry.Find(first.Name)).Relations.ShouldHaveSingleItem().Document.ShouldBe(one.Name);
        (await registry.Find(second.Name)).Relations.ShouldHaveSingleItem().Document.ShouldBe(one.Name);
    }

    [Fact]
    public async Task Says_nothing_twice_and_nothing_of_itself()
    {
        var meant = await registry.New();
        var stub = Central(NewNumber());
        var both = await registry.Register(Central(NewNumber()), Of(meant), Of(stub));
        var itself = await registry.Register(Central(meant.Number), Of(stub, Kind.Cites));

        await registry.Documents.MergeDocumentsAsync(new() { Name = both.Relations.Single(relation => relation.Document != meant.Name).Document, Into = meant.Name });

        (await registry.Find(both.Name)).Relations.ShouldHaveSingleItem().Document.ShouldBe(meant.Name);
        (await registry.Find(itself.Name)).Relations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var (_, stub) = await Stub();
        var request = new V1.MergeDocumentsRequest { Name = stub.Name, Into = (await registry.New()).Name, RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Documents.MergeDocumentsAsync(request);

        (await registry.Documents.MergeDocumentsAsync(request)).ShouldBe(first);
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_validates()
    {
        var (_, stub) = await Stub();

        await registry.Documents.MergeDocumentsAsync(new() { Name = stub.Name, Into = (await registry.New()).Name, ValidateOnly = true });

        (await registry.Find(stub.Name)).ShouldBe(stub);
    }

    [Fact]
    public async Task Is_refused_for_a_known_document() =>
        await ShouldBeRefused((await registry.New()).Name, (await registry.New()).Name, StatusCode.FailedPrecondition, "DOCUMENT_NOT_A_STUB");

    [Fact]
    public async Task Is_refused_the_second_time_and_into_what_is_merged()
    {
        var (_, stub) = await Stub();
        var (_, other) = await Stub();
        var meant = await registry.New();
        await registry.Documents.MergeDocumentsAsync(new() { Name = stub.Name, Into = meant.Name });

        await ShouldBeRefused(stub.Name, meant.Name, StatusCode.FailedPrecondition, "DOCUMENT_MERGED");
        await ShouldBeRefused(other.Name, stub.Name, StatusCode.FailedPrecondition, "DOCUMENT_MERGED");
    }

    [Fact]
    public async Task Is_refused_into_itself()
    {
        var (_, stub) = await Stub();

        await ShouldBeRefused(stub.Name, stub.Name, StatusCode.InvalidArgument, "DOCUMENT_MERGED_WITH_ITSELF");
    }

    [Fact]
    public async Task Is_refused_when_the_stub_has_moved_on()
    {
        var (_, stub) = await Stub();

        var refused = await Refused.By(registry.Documents.MergeDocumentsAsync(new() { Name = stub.Name, Into = (await registry.New()).Name, Etag = "v7" }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.Aborted, "ETAG_MISMATCH"));
    }

    [Fact]
    public async Task Is_refused_for_a_document_the_graph_does_not_have() =>
        await ShouldBeRefused($"documents/{Guid.CreateVersion7()}", (await registry.New()).Name, StatusCode.NotFound, "DOCUMENT_NOT_FOUND");

    [Fact]
    public Task Is_refused_without_names() => ShouldBeRefused("", "", StatusCode.InvalidArgument, "FIELD_REQUIRED");

    [Fact]
    public async Task Is_refused_to_those_who_may_only_look() =>
        (await Refused.By(registry.DocumentsAs("viewer", Role.Viewer).MergeDocumentsAsync(new()))).Reason.ShouldBe("CALLER_NOT_ALLOWED");

    private async Task<(V1.Document Citing, V1.Document Stub)> Stub()
    {
        var citing = await registry.Register(Central(NewNumber()), Of(Central(NewNumber())));
        return (citing, await registry.Find(citing.Relations[0].Document));
    }

    private async Task ShouldBeRefused(string stub, string into, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Documents.MergeDocumentsAsync(new() { Name = stub, Into = into }));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
