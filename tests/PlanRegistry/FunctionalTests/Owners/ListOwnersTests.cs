using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Assignment = SocialPolicy.PlanRegistry.V1.AssignOwnersRequest.Types.Assignment;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

public sealed class ListingOwners(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Shows_all_items_targets_first_page_by_page()
    {
        var plan = await registry.PublishedPlan();
        var first = await registry.Owners.ListOwnersAsync(new() { Plan = plan.Name, PageSize = 5 });

        var second = await registry.Owners.ListOwnersAsync(new() { Plan = plan.Name, PageSize = 5, PageToken = first.NextPageToken });

        first.Items.Concat(second.Items).Select(item => item.Item).ShouldBe(plan.Targets.Select(target => target.Name).Concat(plan.Tasks.Select(task => task.Name)));
        second.NextPageToken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_what_an_agency_leads_or_coordinates_in()
    {
        var plan = await registry.PublishedPlan();
        await registry.Owners.AssignOwnersAsync(new()
        {
            Plan = plan.Name,
            Assignments =
            {
                new Assignment { Items = { plan.Target("thất nghiệp") }, Lead = Province.Labour, Coordinating = { Province.Health } },
                new Assignment { Items = { plan.Target("giường bệnh") }, Lead = Province.Health },
            },
        });

        (await registry.Owners.ListOwnersAsync(new() { Plan = plan.Name, Agency = Province.Health })).Items.Count.ShouldBe(2);
        (await registry.Owners.ListOwnersAsync(new() { Plan = plan.Name, Agency = Province.Labour })).Items.ShouldHaveSingleItem();
        (await registry.Owners.ListOwnersAsync(new() { Plan = plan.Name, Theme = "y_te", Kind = V1.OwnableKind.Target })).Items.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("plans/01990000-0000-7000-8000-000000000001", "", "PLAN_NOT_FOUND")]
    [InlineData("plans/1", "", "NAME_MALFORMED")]
    [InlineData("plans/01990000-0000-7000-8000-000000000001", "own:nobody", "AGENCY_NOT_FOUND")]
    public async Task Is_refused_for_what_is_not_there(string plan, string agency, string reason) =>
        (await Refused.By(registry.Owners.ListOwnersAsync(new() { Plan = plan, Agency = agency }))).Reason.ShouldBe(reason);

    [Fact]
    public async Task Is_refused_for_an_item_that_is_not_there()
    {
        var plan = await registry.PublishedPlan();

        (await Refused.By(registry.Owners.GetOwnersAsync(new() { Item = $"{plan.Name}/targets/{Guid.CreateVersion7()}" }))).Reason.ShouldBe("ITEM_NOT_FOUND");
        (await Refused.By(registry.Owners.GetOwnersAsync(new() { Item = plan.Name }))).Reason.ShouldBe("NAME_MALFORMED");
    }

    [Fact]
    public async Task Is_refused_for_what_cannot_be_listed()
    {
        var plan = await registry.PublishedPlan();
        var cases = new (V1.ListOwnersRequest Request, string Reason)[]
        {
            (new() { Plan = plan.Name, On = new() { Year = 2026, Month = 13, Day = 1 } }, "DATE_INVALID"),
            (new() { Plan = plan.Name, Kind = (V1.OwnableKind)99 }, "VALUE_UNKNOWN"),
            (new() { Plan = plan.Name, PageToken = "x" }, "PAGE_TOKEN_INVALID"),
            (new() { Plan = plan.Name, PageSize = 1001 }, "PAGE_SIZE_OUT_OF_RANGE"),
        };

        foreach (var (request, reason) in cases)
        {
            (await Refused.By(registry.Owners.ListOwnersAsync(request))).Reason.ShouldBe(reason);
        }
    }
}
