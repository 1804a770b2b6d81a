using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;
using Kind = SocialPolicy.PlanRegistry.V1.RelationKind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class ListingAncestors(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Shows_the_nearest_first_each_with_its_shortest_way()
    {
        var top = await registry.New();
        var middle = await registry.New(top);
        var bottom = await registry.New(middle, top);

        var answer = await registry.Documents.ListAncestorsAsync(new() { Name = bottom.Name });

        answer.Documents.Select(found => (found.Document.Name, found.Depth, found.Via)).ShouldBe([(top.Name, 1, bottom.Name), (middle.Name, 1, bottom.Name)], ignoreOrder: true);
        answer.Documents.ShouldAllBe(found => found.Kind == Kind.Implements && found.Standing.InForce);
        (answer.Truncated, answer.Cycles.Count).ShouldBe((false, 0));
    }

    [Fact]
    public async Task Tells_a_stub_from_what_is_known()
    {
        var bottom = await registry.New(Central(NewNumber()));

        var found = (await registry.Documents.ListAncestorsAsync(new() { Name = bottom.Name })).Documents.ShouldHaveSingleItem();

        (found.Document.Stub, found.Standing.InForce).ShouldBe((true, false));
    }

    [Fact]
    public async Task Counts_relations_from_the_day_they_take_effect()
    {
        var top = await registry.New();
        var bottom = await registry.Register(Central(NewNumber(), On(2024, 3, 1)), Of(top, effectiveOn: On(2025, 1, 1)));
        var dated = await registry.Register(Central(NewNumber(), On(2024, 3)), Of(top));

        (await registry.Above(bottom, On(2024, 12, 31))).ShouldBeEmpty();
        (await registry.Above(bottom, On(2025, 1, 1))).ShouldBe([top.Name]);
        (await registry.Above(dated, On(2024, 2, 29))).ShouldBeEmpty();
        (await registry.Above(dated, On(2024, 3, 1))).ShouldBe([top.Name]);
    }

    [Fact]
    public async Task Says_on_which_day_a_document_was_repealed_replaced_or_expired()
    {
        var repealed = await registry.New();
        var replaced = await registry.New();
        var expired = await registry.Register(new() { Number = NewNumber(), ValidTo = On(2025, 5, 31) });
        var bottom = await registry.New(repealed, replaced, expired);
        var repealing = await registry.Register(Central(NewNumber(), On(2025, 6, 1)), Of(repealed, Kind.Repeals), Of(replaced, Kind.Replaces, On(2025, 7, 1)));

        var before = await Standings(bottom, On(2025, 5, 31));
        var after = await Standings(bottom, On(2025, 7, 1));

        before.Values.ShouldAllBe(standing => standing.InForce);
        after[repealed.Name].ShouldBe(new() { RepealedBy = repealing.Name });
        after[replaced.Name].ShouldBe(new() { ReplacedBy = repealing.Name });
        after[expired.Name].ShouldBe(new() { Expired = true });
    }

    [Fact]
    public async Task Follows_the_kinds_asked_for()
    {
        var top = await registry.New();
        var bottom = await registry.Register(Central(NewNumber()), Of(top, Kind.Cites));

        (await registry.Above(bottom)).ShouldBeEmpty();
        (await registry.Documents.ListAncestorsAsync(new() { Name = bottom.Name, Kinds = { Kind.Cites } })).Documents.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Goes_no_deeper_than_asked_for()
    {
        var top = await registry.New();
        var middle = await registry.New(top);
        var bottom = await registry.New(middle);

        (await registry.Documents.ListAncestorsAsync(new() { Name = bottom.Name, MaxDepth = 1 })).Documents.ShouldHaveSingleItem().Document.Name.ShouldBe(middle.Name);
    }

    [Fact]
    public async Task Comes_in_pages_that_add_up()
    {
        var bottom = await registry.New([.. Enumerable.Range(0, 7).Select(_ => Central(NewNumber()))]);
        var request = new V1.ListAncestorsRequest { Name = bottom.Name, PageSize = 3 };

        var names = new List<string>();
        do
        {
            var page = await registry.Documents.ListAncestorsAsync(request);
            names.AddRange(page.Documents.Select(found => found.Document.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        names.ShouldBe(await registry.Above(bottom));
        names.Count.ShouldBe(7);
    }

    [Fact]
    public async Task Reports_a_circle_that_texts_made_and_ends()
    {
        var (one, other) = (NewNumber("KH-UBND"), NewNumber("KH-UBND"));
        var lower = await registry.Published(PlanPursuantTo($"Kế hoạch số {other} ngày 06/02/2024", one.Split('/')[0]));
        var upper = await registry.Published(PlanPursuantTo($"Kế hoạch số {one} ngày 06/02/2024", other.Split('/')[0]));

        var answer = await registry.Documents.ListAncestorsAsync(new() { Name = lower.Name });

        answer.Documents.ShouldHaveSingleItem().Document.Plan.ShouldBe(upper.Name);
        answer.Cycles.ShouldHaveSingleItem().Documents.ShouldBe([(await registry.Find(lower.Name)).Name, (await registry.Find(upper.Name)).Name], ignoreOrder: true);
    }

    [Theory]
    [InlineData(65, 0, "DEPTH_OUT_OF_RANGE")]
    [InlineData(-1, 0, "DEPTH_OUT_OF_RANGE")]
    [InlineData(0, 1001, "PAGE_SIZE_OUT_OF_RANGE")]
    public async Task Is_refused_for_what_is_out_of_range(int depth, int size, string reason)
    {
        var refused = await Refused.By(registry.Documents.ListAncestorsAsync(new() { Name = (await registry.New()).Name, MaxDepth = depth, PageSize = size }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, reason));
    }

    [Fact]
    public Task Is_refused_for_a_document_the_graph_does_not_have() => ShouldBeRefused(new() { Name = $"documents/{Guid.CreateVersion7()}" }, "DOCUMENT_NOT_FOUND");

    [Fact]
    public Task Is_refused_for_a_malformed_name() => ShouldBeRefused(new() { Name = "documents/1" }, "NAME_MALFORMED");

    [Fact]
    public Task Is_refused_for_a_part_of_a_day() => ShouldBeRefused(new() { Name = $"documents/{Guid.CreateVersion7()}", On = On(2024, 5) }, "DATE_INVALID");

    [Fact]
    public Task Is_refused_for_a_kind_of_a_later_contract() => ShouldBeRefused(new() { Kinds = { (Kind)99 } }, "VALUE_UNKNOWN");

    [Fact]
    public Task Is_refused_for_a_token_of_another_list() => ShouldBeRefused(new() { PageToken = "x" }, "PAGE_TOKEN_INVALID");

    private async Task<IReadOnlyDictionary<string, V1.Standing>> Standings(V1.Document document, Google.Type.Date on) =>
        (await registry.Documents.ListAncestorsAsync(new() { Name = document.Name, On = on })).Documents.ToDictionary(found => found.Document.Name, found => found.Standing);

    private async Task ShouldBeRefused(V1.ListAncestorsRequest request, string reason) =>
        (await Refused.By(registry.Documents.ListAncestorsAsync(request))).Reason.ShouldBe(reason);
}
