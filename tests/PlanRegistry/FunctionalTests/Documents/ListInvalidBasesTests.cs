using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;
using Kind = SocialPolicy.PlanRegistry.V1.RelationKind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class ListingInvalidBases(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Shows_who_rests_on_what_is_repealed_replaced_or_expired()
    {
        var repealed = await registry.New();
        var expired = await registry.Register(new() { Number = NewNumber(), ValidTo = On(2025, 12, 31) });
        var sound = await registry.New();
        var bottom = await registry.New(repealed, expired, sound);
        var repealing = await registry.Register(Central(NewNumber(), On(2026, 1, 1)), Of(repealed, Kind.Repeals));

        var answer = await registry.Documents.ListInvalidBasesAsync(new() { Name = bottom.Name, On = On(2026, 1, 1) });

        answer.Bases.ShouldAllBe(basis => basis.Document.Name == bottom.Name && basis.Kind == Kind.Implements);
        answer.Bases.ToDictionary(basis => basis.Basis.Name, basis => basis.Standing).ShouldBe(
            new Dictionary<string, V1.Standing> { [repealed.Name] = new() { RepealedBy = repealing.Name }, [expired.Name] = new() { Expired = true } }, ignoreOrder: true);
        (await registry.Documents.ListInvalidBasesAsync(new() { Name = bottom.Name, On = On(2025, 12, 31) })).Bases.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaves_out_who_is_no_more_in_force_and_on_demand_what_is_no_plan()
    {
        var expired = await registry.Register(Central(NewNumber()));
        var ended = await registry.Register(new() { Number = NewNumber(), ValidTo = On(2024, 12, 31) }, Of(expired));
        var document = await registry.New(expired);
        var plan = await registry.Published(PlanPursuantTo($"Nghị quyết số {expired.Number} ngày 24/11/2023", "71501"));
        await registry.Documents.UpdateDocumentAsync(new() { Document = new() { Name = expired.Name, ValidTo = On(2025, 1, 31) }, UpdateMask = new() { Paths = { "valid_to" } } });

        (await RestingOn(expired)).ShouldBe([document.Name, (await registry.Find(plan.Name)).Name], ignoreOrder: true);
        (await RestingOn(expired, onlyPlans: true)).ShouldBe([(await registry.Find(plan.Name)).Name]);
        (await RestingOn(expired)).ShouldNotContain(ended.Name);
    }

    [Fact]
    public async Task Comes_in_pages_that_add_up()
    {
        var bases = new List<V1.Document>();
        for (var i = 0; i < 5; i++)
            bases.Add(await registry.Register(new() { Number = NewNumber(), ValidTo = On(2025, 12, 31) }));
        var bottom = await registry.New([.. bases]);
        var request = new V1.ListInvalidBasesRequest { Name = bottom.Name, On = On(2026, 2, 1), PageSize = 2 };

        var names = new List<string>();
        do
        {
            var page = await registry.Documents.ListInvalidBasesAsync(request);
            names.AddRange(page.Bases.Select(basis => basis.Basis.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        names.ShouldBe(bases.Select(basis => basis.Name), ignoreOrder: true);
    }

    [Fact]
    public async Task Is_refused_for_a_document_the_graph_does_not_have() =>
        (await Refused.By(registry.Documents.ListInvalidBasesAsync(new() { Name = $"documents/{Guid.CreateVersion7()}" }))).Reason.ShouldBe("DOCUMENT_NOT_FOUND");

    [Theory]
    [InlineData("", 501, "PAGE_SIZE_OUT_OF_RANGE")]
    [InlineData("x", 0, "PAGE_TOKEN_INVALID")]
    public async Task Is_refused_for_a_page_that_there_is_not(string token, int size, string reason) =>
        (await Refused.By(registry.Documents.ListInvalidBasesAsync(new() { PageToken = token, PageSize = size }))).Reason.ShouldBe(reason);

    private async Task<IReadOnlyList<string>> RestingOn(V1.Document basis, bool onlyPlans = false) =>
    [
        .. (await registry.Documents.ListInvalidBasesAsync(new() { OnlyPlans = onlyPlans, PageSize = 500 })).Bases
            .Where(found => found.Basis.Name == basis.Name).Select(found => found.Document.Name),
    ];
}
