using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Tasks.Working;
using Entry = SocialPolicy.PlanRegistry.V1.ClassifyTasksRequest.Types.Entry;
using Kind = SocialPolicy.PlanRegistry.V1.TaskWork.Types.Kind;
using Rating = SocialPolicy.PlanRegistry.V1.TaskWork.Types.Rating;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Tasks;

public sealed class ListingTheWork(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Counts_each_rating_and_shows_one_when_asked_to()
    {
        var plan = await registry.PublishedPlan();
        await registry.Classify(
            plan.Name,
            new Entry { Task = plan.Task("tuyên truyền"), Kind = Kind.Ongoing },
            new Entry { Task = plan.Task("Đề án"), Kind = Kind.OneOff, Due = Day(2026, 10, 31) });

        var all = await registry.Tasks.ListTaskWorkAsync(new() { Plan = plan.Name });
        var late = await registry.Tasks.ListTaskWorkAsync(new() { Plan = plan.Name, Rating = Rating.NotCompletedOverdue });

        all.Counts.ToDictionary(count => count.Rating, count => count.Count).ShouldBe(
            new Dictionary<Rating, int> { [Rating.Unspecified] = 2, [Rating.NotCompletedOverdue] = 1, [Rating.NotAssessed] = 1 }, ignoreOrder: true);
        late.Tasks.ShouldHaveSingleItem().Task.ShouldBe(plan.Task("Đề án"));
        late.Counts.ShouldBe(all.Counts);
        (await registry.Tasks.ListTaskWorkAsync(new() { Plan = plan.Name, On = Day(2026, 10, 31), Kind = Kind.OneOff })).Tasks.Single().Rating.ShouldBe(Rating.NotCompletedInTime);
    }

    [Fact]
    public async Task Shows_what_an_agency_owns_page_by_page()
    {
        var task = await registry.OneOffTask();

        (await registry.Tasks.ListTaskWorkAsync(new() { Plan = PlanOf(task), Agency = Province.HomeAffairs })).Tasks.ShouldHaveSingleItem().Owners.Lead.Code.ShouldBe(Province.Health);
        var first = await registry.Tasks.ListTaskWorkAsync(new() { Plan = PlanOf(task), PageSize = 3 });
        var second = await registry.Tasks.ListTaskWorkAsync(new() { Plan = PlanOf(task), PageSize = 3, PageToken = first.NextPageToken });
        (first.Tasks.Count, second.Tasks.Count, second.NextPageToken).ShouldBe((3, 1, ""));
    }

    [Theory]
    [InlineData("plans/01990000-0000-7000-8000-000000000001", "", "PLAN_NOT_FOUND")]
    [InlineData("plans/01990000-0000-7000-8000-000000000001", "own:nobody", "AGENCY_NOT_FOUND")]
    [InlineData("x", "", "NAME_MALFORMED")]
    public async Task Is_refused_for_what_is_not_there(string plan, string agency, string reason) =>
        (await Refused.By(registry.Tasks.ListTaskWorkAsync(new() { Plan = plan, Agency = agency }))).Reason.ShouldBe(reason);

    [Fact]
    public async Task Is_refused_for_a_task_that_is_not_there()
    {
        var plan = await registry.PublishedPlan();

        (await Refused.By(registry.Tasks.GetTaskWorkAsync(new() { Task = $"{plan.Name}/tasks/{Guid.CreateVersion7()}" }))).Reason.ShouldBe("ITEM_NOT_FOUND");
    }

    [Fact]
    public async Task Is_refused_for_what_cannot_be_listed()
    {
        var plan = await registry.PublishedPlan();
        var cases = new (V1.ListTaskWorkRequest Request, string Reason)[]
        {
            (new() { Plan = plan.Name, On = new() { Year = 2026, Month = 13, Day = 1 } }, "DATE_INVALID"),
            (new() { Plan = plan.Name, Kind = (Kind)99 }, "VALUE_UNKNOWN"),
            (new() { Plan = plan.Name, PageToken = "x" }, "PAGE_TOKEN_INVALID"),
            (new() { Plan = plan.Name, PageSize = 501 }, "PAGE_SIZE_OUT_OF_RANGE"),
        };

        foreach (var (request, reason) in cases)
        {
            (await Refused.By(registry.Tasks.ListTaskWorkAsync(request))).Reason.ShouldBe(reason);
        }
    }
}
