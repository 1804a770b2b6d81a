using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class UpdatingADocument(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Takes_the_fields_of_the_mask()
    {
        var known = await registry.New();

        var updated = await registry.Documents.UpdateDocumentAsync(
            Update(known, new() { Title = "Nghị quyết mới", ValidTo = On(2030, 6, 30), Issuer = "not in the mask" }, "title", "valid_to"));

        (updated.Title, updated.ValidTo, updated.Issuer, updated.Etag).ShouldBe(("Nghị quyết mới", On(2030, 6, 30), known.Issuer, "v2"));
        (await registry.Find(known.Name)).ShouldBe(updated);
    }

    [Fact]
    public async Task Lets_a_plan_end_on_another_day_than_its_period()
    {
        var plan = await registry.ImportPublished();
        var document = await registry.Find(plan.Name);
        document.ValidTo.ShouldBe(On(2030, 12, 31));

        await registry.Documents.UpdateDocumentAsync(Update(document, new() { ValidTo = On(2026, 6, 30) }, "valid_to"));

        (await registry.Find(plan.Name)).ValidTo.ShouldBe(On(2026, 6, 30));
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var request = Update(await registry.New(), new() { Title = "Một" }, "title");
        request.RequestId = $"{Guid.CreateVersion7()}";

        var first = await registry.Documents.UpdateDocumentAsync(request);

        (await registry.Documents.UpdateDocumentAsync(request)).ShouldBe(first);
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_validates()
    {
        var known = await registry.New();
        var request = Update(known, new() { Title = "Một" }, "title");
        request.ValidateOnly = true;

        (await registry.Documents.UpdateDocumentAsync(request)).Title.ShouldBe("Một");

        (await registry.Find(known.Name)).ShouldBe(known);
    }

    [Fact]
    public async Task Is_refused_when_the_document_has_moved_on()
    {
        var known = await registry.New();
        await registry.Documents.UpdateDocumentAsync(Update(known, new() { Title = "Một" }, "title"));

        await ShouldBeRefused(Update(known, new() { Title = "Hai" }, "title"), StatusCode.Aborted, "ETAG_MISMATCH");
    }

    [Fact]
    public async Task Is_refused_for_a_stub_that_was_merged()
    {
        var stub = await registry.Find((await registry.Register(Central(NewNumber()), Of(Central(NewNumber())))).Relations[0].Document);
        await registry.Documents.MergeDocumentsAsync(new() { Name = stub.Name, Into = (await registry.New()).Name });
        var merged = await registry.Find(stub.Name);

        await ShouldBeRefused(Update(merged, new() { Title = "Một" }, "title"), StatusCode.FailedPrecondition, "DOCUMENT_MERGED");
        (await registry.Find(stub.Name)).ShouldBe(merged);
    }

    [Fact]
    public async Task Is_refused_for_what_a_plan_says_of_itself()
    {
        var document = await registry.Find((await registry.ImportPublished()).Name);

        await ShouldBeRefused(Update(document, new() { Title = "Khác" }, "title"), StatusCode.InvalidArgument, "FIELD_NOT_EDITABLE");
    }

    [Fact]
    public async Task Is_refused_for_a_field_that_the_graph_makes() =>
        await ShouldBeRefused(Update(await registry.New(), new(), "stub"), StatusCode.InvalidArgument, "FIELD_NOT_EDITABLE");

    [Fact]
    public async Task Is_refused_without_a_field() => await ShouldBeRefused(Update(await registry.New(), new()), StatusCode.InvalidArgument, "FIELD_REQUIRED");

    [Fact]
    public async Task Is_refused_when_nothing_is_left_to_know_it_by() =>
        await ShouldBeRefused(Update(await registry.New(), new(), "number"), StatusCode.InvalidArgument, "DOCUMENT_WITHOUT_A_KEY");

    [Fact]
    public async Task Is_refused_for_an_end_before_its_beginning()
    {
        var known = await registry.Register(new() { Number = NewNumber(), ValidFrom = On(2024, 2, 1) });

        await ShouldBeRefused(Update(known, new() { ValidTo = On(2024, 1, 1) }, "valid_to"), StatusCode.InvalidArgument, "VALIDITY_REVERSED");
    }

    [Fact]
    public async Task Is_refused_for_a_document_the_graph_does_not_have() => await ShouldBeRefused(
        Update(new() { Name = $"documents/{Guid.CreateVersion7()}" }, new() { Title = "Một" }, "title"), StatusCode.NotFound, "DOCUMENT_NOT_FOUND");

    [Fact]
    public async Task Is_refused_to_those_who_may_only_look() =>
        (await Refused.By(registry.DocumentsAs("viewer", Role.Viewer).UpdateDocumentAsync(new()))).Reason.ShouldBe("CALLER_NOT_ALLOWED");

    private static V1.UpdateDocumentRequest Update(V1.Document known, V1.Document to, params string[] paths)
    {
        to.Name = known.Name;
        return new() { Document = to, Etag = known.Etag, UpdateMask = new FieldMask { Paths = { paths } } };
    }

    private async Task ShouldBeRefused(V1.UpdateDocumentRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Documents.UpdateDocumentAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
