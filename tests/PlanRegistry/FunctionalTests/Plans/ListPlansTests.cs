using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

public sealed class ListingPlans(Registry registry) : IClassFixture<Registry>
{
    private static int words = 800;

    [Fact]
    public async Task Shows_the_newest_first_without_their_content()
    {
        var older = await Import();
        var newer = await Import();

        var plans = (await registry.Registrar.ListPlansAsync(new() { PageSize = 500 })).Plans;

        plans.Select(plan => plan.Name).Where(name => name == older.Name || name == newer.Name).ShouldBe([newer.Name, older.Name]);
        plans.ShouldAllBe(plan => plan.Targets.Count == 0 && plan.Summary.TargetCount == 3 && plan.Summary.NextDeadline != null);
    }

    [Fact]
    public async Task Shows_every_plan_once_page_by_page()
    {
        var word = await ImportSeven();

        var pages = await Pages(new() { PageSize = 3, Query = word });

        pages.Select(page => page.Count).ShouldBe([3, 3, 1]);
        pages.SelectMany(page => page).Select(plan => plan.Name).Distinct().Count().ShouldBe(7);
    }

    [Fact]
    public async Task Is_not_disturbed_by_plans_that_arrive_meanwhile()
    {
        var word = await ImportSeven();
        var first = await registry.Registrar.ListPlansAsync(new() { PageSize = 4, Query = word });
        registry.Clock.Advance(TimeSpan.FromSeconds(1));
        await registry.Import(SamplePlan.Text($"{word}9"));

        var second = await registry.Registrar.ListPlansAsync(new() { PageSize = 4, Query = word, PageToken = first.NextPageToken });

        second.Plans.Count.ShouldBe(3);
        first.Plans.Concat(second.Plans).Select(plan => plan.Name).ShouldBeUnique();
    }

    [Fact]
    public async Task Shows_only_plans_in_the_state_asked_for()
    {
        var read = await registry.Import(SamplePlan.Text());
        var published = await registry.ImportPublished();

        var names = await Names(new() { PageSize = 500, State = V1.Plan.Types.State.Published });

        names.ShouldContain(published.Name);
        names.ShouldNotContain(read.Name);
    }

    [Fact]
    public async Task Shows_only_plans_changed_since()
    {
        var unchanged = await Import();
        var changed = await Import();
        registry.Clock.Advance(TimeSpan.FromHours(1));
        var since = registry.Clock.GetUtcNow().ToTimestamp();
        await registry.Registrar.ConfirmReadingAsync(new() { Name = changed.Name });

        var names = await Names(new() { PageSize = 500, UpdatedSince = since });

        names.ShouldContain(changed.Name);
        names.ShouldNotContain(unchanged.Name);
    }

    [Theory]
    [InlineData("7701/kh-ubnd")]
    [InlineData("SƠN LA 7701 chính")]
    [InlineData("7701 chi\u0301nh sa\u0301ch")]
    public async Task Finds_words_however_they_are_spelled(string query)
    {
        var plan = await registry.Import(SamplePlan.Text("7701"));
        await registry.Import(SamplePlan.Text("7702"));

        (await Names(new() { Query = query })).ShouldBe([plan.Name]);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    public async Task Takes_signs_of_patterns_for_what_they_are(string query)
    {
        await registry.Import(SamplePlan.Text());

        (await Names(new() { Query = query })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_refused_for_a_page_token_of_another_list()
    {
        var word = await ImportSeven();
        var page = await registry.Registrar.ListPlansAsync(new() { PageSize = 3, Query = word });

        await ShouldBeRefused(new() { PageSize = 3, PageToken = page.NextPageToken }, "PAGE_TOKEN_INVALID", "page_token");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(501)]
    public Task Is_refused_for_a_page_size_out_of_range(int size) =>
        ShouldBeRefused(new() { PageSize = size }, "PAGE_SIZE_OUT_OF_RANGE", "page_size");

    [Fact]
    public Task Is_refused_for_a_state_of_a_later_contract() =>
        ShouldBeRefused(new() { State = (V1.Plan.Types.State)99 }, "VALUE_UNKNOWN", "state");

    [Fact]
    public Task Is_refused_for_a_time_that_does_not_exist() =>
        ShouldBeRefused(new() { UpdatedSince = new Timestamp { Seconds = long.MaxValue } }, "DATE_INVALID", "updated_since");

    [Fact]
    public Task Is_refused_for_an_endless_query() =>
        ShouldBeRefused(new() { Query = new string('a', 201) }, "FIELD_TOO_LONG", "query");

    private async Task<V1.Plan> Import()
    {
        registry.Clock.Advance(TimeSpan.FromSeconds(1));
        return await registry.Import(SamplePlan.Text());
    }

    // Seven plans that have a word of their own in common: their numbers begin with it.
    private async Task<string> ImportSeven()
    {
        var word = Interlocked.Increment(ref words).ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < 7; i++)
            await registry.Import(SamplePlan.Text($"{word}{i}"));
        return word;
    }

    private async Task<IReadOnlyList<IReadOnlyList<V1.Plan>>> Pages(V1.ListPlansRequest request)
    {
        var pages = new List<IReadOnlyList<V1.Plan>>();
        do
        {
            var page = await registry.Registrar.ListPlansAsync(request);
            pages.Add(page.Plans);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return pages;
    }

    private async Task<IReadOnlyList<string>> Names(V1.ListPlansRequest request) =>
        [.. (await Pages(request)).SelectMany(page => page).Select(plan => plan.Name)];

    private async Task ShouldBeRefused(V1.ListPlansRequest request, string reason, string field)
    {
        var refused = await Refused.By(registry.Registrar.ListPlansAsync(request));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, reason));
        refused.Fields.ShouldBe([field]);
    }
}
