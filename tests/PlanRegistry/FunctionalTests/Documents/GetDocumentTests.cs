using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class GettingADocument(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Counts_who_says_something_of_it()
    {
        var document = await registry.New();
        await registry.New(document);
        await registry.Register(Central(NewNumber()), Of(document), Of(document, V1.RelationKind.Cites));

        (await registry.Find(document.Name)).CitedByCount.ShouldBe(2);
    }

    [Fact]
    public async Task Goes_by_the_name_of_its_plan_too()
    {
        var plan = await registry.ImportPublished();

        var document = await registry.Find(plan.Name);

        (document.Plan, document.Number, document.Title, document.IssuedOn, document.Stub).ShouldBe((plan.Name, plan.Number, plan.Title, plan.IssuedOn, false));
        (await registry.Find(document.Name)).ShouldBe(document);
    }

    [Fact]
    public async Task Is_refused_for_a_plan_that_is_not_published() =>
        await ShouldBeRefused((await registry.ImportConfirmed()).Name, StatusCode.NotFound, "DOCUMENT_NOT_FOUND");

    [Fact]
    public Task Is_refused_for_a_document_the_graph_does_not_have() => ShouldBeRefused($"documents/{Guid.CreateVersion7()}", StatusCode.NotFound, "DOCUMENT_NOT_FOUND");

    [Fact]
    public Task Is_refused_for_a_malformed_name() => ShouldBeRefused("documents/1", StatusCode.InvalidArgument, "NAME_MALFORMED");

    private async Task ShouldBeRefused(string name, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Documents.GetDocumentAsync(new() { Name = name }));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
