using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class ListingDescendants(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Shows_what_carries_a_document_out_plans_among_them()
    {
        var top = await registry.New();
        var middle = await registry.New(top);
        var plan = await registry.Published(PlanPursuantTo($"Nghị quyết số {middle.Number} ngày 24/11/2023", "71201"));

        var answer = await registry.Documents.ListDescendantsAsync(new() { Name = top.Name });

        answer.Documents.Select(found => (found.Document.Name, found.Depth, found.Via))
            .ShouldBe([(middle.Name, 1, top.Name), ((await registry.Find(plan.Name)).Name, 2, middle.Name)]);
        answer.Documents[1].Document.Plan.ShouldBe(plan.Name);
        answer.Documents[1].Standing.InForce.ShouldBeTrue();
    }

    [Fact]
    public async Task Shows_no_plan_that_is_not_published()
    {
        var top = await registry.New();
        await registry.Confirmed(PlanPursuantTo($"Nghị quyết số {top.Number} ngày 24/11/2023", "71202"));

        (await registry.Documents.ListDescendantsAsync(new() { Name = top.Name })).Documents.ShouldBeEmpty();
    }

    [Fact]
    public async Task Comes_in_pages_that_add_up()
    {
        var top = await registry.New();
        for (var i = 0; i < 5; i++)
            await registry.New(top);
        var request = new V1.ListDescendantsRequest { Name = top.Name, PageSize = 2 };

        var pages = new List<int>();
        do
        {
            var page = await registry.Documents.ListDescendantsAsync(request);
            pages.Add(page.Documents.Count);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        pages.ShouldBe([2, 2, 1]);
    }

    [Fact]
    public async Task Is_refused_for_a_document_the_graph_does_not_have() =>
        (await Refused.By(registry.Documents.ListDescendantsAsync(new() { Name = $"plans/{Guid.CreateVersion7()}" }))).Reason.ShouldBe("DOCUMENT_NOT_FOUND");

    [Theory]
    [InlineData(65, "", 0, "DEPTH_OUT_OF_RANGE")]
    [InlineData(0, "x", 0, "PAGE_TOKEN_INVALID")]
    [InlineData(0, "", 1001, "PAGE_SIZE_OUT_OF_RANGE")]
    public async Task Is_refused_for_what_is_out_of_range(int depth, string token, int size, string reason) => (await Refused.By(registry.Documents.ListDescendantsAsync(
        new() { Name = $"documents/{Guid.CreateVersion7()}", MaxDepth = depth, PageToken = token, PageSize = size }))).Reason.ShouldBe(reason);
}
