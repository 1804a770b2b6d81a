using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Assignment = SocialPolicy.PlanRegistry.V1.AssignOwnersRequest.Types.Assignment;
using Cause = SocialPolicy.PlanRegistry.V1.ListUnownedResponse.Types.UnownedItem.Types.Cause;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

public sealed class ListingWhatNobodyLeads(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Names_every_target_and_task_of_a_published_plan_until_somebody_leads_it()
    {
        var plan = await registry.PublishedPlan();
        await Assign(plan, new Assignment { Theme = "y_te", Lead = Province.Health });

        var unowned = await Of(plan);

        unowned.Select(one => one.Item.Item).ShouldBe([plan.Target("thất nghiệp"), plan.Target("qua đào tạo"), plan.Task("tuyên truyền")]);
        unowned.ShouldAllBe(one => one.Cause == Cause.NeverAssigned && one.Title == plan.Title);
    }

    [Fact]
    public async Task Says_when_the_owners_were_taken_away_or_have_ended()
    {
        var plan = await registry.PublishedPlan();
        await Assign(plan, new Assignment { Items = { plan.Target("thất nghiệp") }, Lead = Province.Labour });
        await Assign(plan, new Assignment { Items = { plan.Target("thất nghiệp") }, Withdraw = true });
        await registry.Owners.AssignOwnersAsync(new()
        {
            Plan = plan.Name, From = new() { Year = 2025, Month = 1, Day = 1 }, Assignments = { new Assignment { Items = { plan.Target("giường bệnh") }, Lead = Province.Ended } },
        });

        var unowned = await Of(plan);

        unowned.Single(one => one.Item.Item == plan.Target("thất nghiệp")).Cause.ShouldBe(Cause.Withdrawn);
        var ended = unowned.Single(one => one.Item.Item == plan.Target("giường bệnh"));
        (ended.Cause, ended.Item.Lead.Code, ended.Item.Lead.InForce).ShouldBe((Cause.LeadEnded, Province.Ended, false));
        ended.Item.Lead.SucceededBy.ShouldBe([await registry.NameOf(Province.HomeAffairs)]);
        (await Of(plan, new() { Year = 2025, Month = 2, Day = 1 })).ShouldNotContain(one => one.Item.Item == plan.Target("giường bệnh"));
    }

    [Fact]
    public async Task Leaves_out_plans_that_are_not_published()
    {
        var plan = await registry.ConfirmedPlan();

        (await Of(plan)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Goes_through_all_plans_page_by_page_and_misses_nothing()
    {
        var plans = new[] { await registry.PublishedPlan(), await registry.PublishedPlan(), await registry.PublishedPlan() };
        await Assign(plans[1], new Assignment { Items = { plans[1].Targets.Select(target => target.Name), plans[1].Tasks.Select(task => task.Name) }, Lead = Province.Health });
        var whole = await Pages(1000);

        var parts = await Pages(3);

        parts.ShouldBe(whole);
        (await Pages(4, "plans/-")).ShouldBe(whole);
        parts.Count(one => one.Plan == plans[2].Name).ShouldBe(plans[2].Targets.Count + plans[2].Tasks.Count);
        parts.ShouldNotContain(one => one.Plan == plans[1].Name);
    }

    [Fact]
    public async Task Shows_one_kind_when_asked_to()
    {
        var plan = await registry.PublishedPlan();

        var tasks = (await registry.Owners.ListUnownedAsync(new() { Plan = plan.Name, Kind = V1.OwnableKind.Task })).Items;

        tasks.Count.ShouldBe(plan.Tasks.Count);
        tasks.ShouldAllBe(one => one.Item.Kind == V1.OwnableKind.Task);
    }

    [Theory]
    [InlineData("plans/01990000-0000-7000-8000-000000000001", "", 0, "PLAN_NOT_FOUND")]
    [InlineData("x", "", 0, "NAME_MALFORMED")]
    [InlineData("plans/-/targets/-", "", 0, "NAME_MALFORMED")]
    [InlineData("", "x", 0, "PAGE_TOKEN_INVALID")]
    [InlineData("", "", 1001, "PAGE_SIZE_OUT_OF_RANGE")]
    public async Task Is_refused_for_what_cannot_be_listed(string plan, string token, int size, string reason) =>
        (await Refused.By(registry.Owners.ListUnownedAsync(new() { Plan = plan, PageToken = token, PageSize = size }))).Reason.ShouldBe(reason);

    private async Task<IReadOnlyList<V1.ListUnownedResponse.Types.UnownedItem>> Of(V1.Plan plan, Google.Type.Date? on = null) =>
        (await registry.Owners.ListUnownedAsync(new() { Plan = plan.Name, On = on })).Items;

    private async Task<IReadOnlyList<V1.ListUnownedResponse.Types.UnownedItem>> Pages(int size, string plan = "")
    {
        var all = new List<V1.ListUnownedResponse.Types.UnownedItem>();
        var token = "";
        do
        {
            var page = await registry.Owners.ListUnownedAsync(new() { Plan = plan, PageSize = size, PageToken = token });
            page.Items.Count.ShouldBeLessThanOrEqualTo(size);
            all.AddRange(page.Items);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return all;
    }

    private async Task Assign(V1.Plan plan, Assignment assignment) => await registry.Owners.AssignOwnersAsync(new() { Plan = plan.Name, Assignments = { assignment } });
}
