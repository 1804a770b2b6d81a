using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class EndingARelation(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Takes_it_back_and_keeps_what_was_recorded()
    {
        var document = await registry.New(await registry.New());
        var relation = document.Relations[0].Name;

        (await registry.Documents.EndRelationAsync(new() { Name = relation })).Relations.ShouldBeEmpty();

        (await registry.Above(document)).ShouldBeEmpty();
        (await registry.Ask<string>("select ended_by from document_relations where id = @id", new { id = Guid.Parse(relation.Split('/')[3]) })).ShouldBe("registrar");
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var document = await registry.New(await registry.New());
        var request = new V1.EndRelationRequest { Name = document.Relations[0].Name, RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Documents.EndRelationAsync(request);

        (await registry.Documents.EndRelationAsync(request)).ShouldBe(first);
    }

    [Fact]
    public async Task Is_refused_the_second_time()
    {
        var relation = (await registry.New(await registry.New())).Relations[0].Name;
        await registry.Documents.EndRelationAsync(new() { Name = relation });

        await ShouldBeRefused(relation, StatusCode.FailedPrecondition, "RELATION_ENDED");
    }

    [Fact]
    public async Task Is_refused_for_what_a_plan_says()
    {
        var plan = await registry.ImportPublished();

        await ShouldBeRefused((await registry.Find(plan.Name)).Relations[0].Name, StatusCode.FailedPrecondition, "RELATION_OF_A_PLAN");
    }

    [Fact]
    public async Task Is_refused_for_a_relation_of_another_document()
    {
        var document = await registry.New(await registry.New());
        var other = await registry.New();

        await ShouldBeRefused(document.Relations[0].Name.Replace(document.Name, other.Name, StringComparison.Ordinal), StatusCode.NotFound, "RELATION_NOT_FOUND");
    }

    [Fact]
    public Task Is_refused_for_a_document_the_graph_does_not_have() =>
        ShouldBeRefused($"documents/{Guid.CreateVersion7()}/relations/{Guid.CreateVersion7()}", StatusCode.NotFound, "DOCUMENT_NOT_FOUND");

    [Fact]
    public Task Is_refused_for_a_malformed_name() => ShouldBeRefused("documents/1/relations/2", StatusCode.InvalidArgument, "NAME_MALFORMED");

    [Fact]
    public async Task Is_refused_to_those_who_may_only_look() =>
        (await Refused.By(registry.DocumentsAs("viewer", Role.Viewer).EndRelationAsync(new()))).Reason.ShouldBe("CALLER_NOT_ALLOWED");

    [Theory]
    [InlineData("delete from document_relations where id = @id")]
    [InlineData("update document_relations set kind = 'cites' where id = @id")]
    [InlineData("update document_relations set ended_at = now(), ended_by = 'x', to_id = from_id where id = @id")]
    public async Task Is_all_that_can_happen_to_it_for_the_owner_of_the_database_too(string statement)
    {
        var id = Guid.Parse((await registry.New(await registry.New())).Relations[0].Name.Split('/')[3]);

        await Should.ThrowAsync<PostgresException>(() => registry.Ask<int>($"with done as ({statement} returning 1) select count(*)::int from done", new { id }));
    }

    private async Task ShouldBeRefused(string name, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Documents.EndRelationAsync(new() { Name = name }));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
