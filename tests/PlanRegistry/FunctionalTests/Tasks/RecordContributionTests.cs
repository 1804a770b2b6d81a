using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Tasks.Working;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Tasks;

public sealed class RecordingAContribution(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Says_what_a_coordinating_agency_does_and_when()
    {
        var task = await registry.OneOffTask(Day(2027, 6, 30));

        var work = await registry.Tasks.RecordContributionAsync(Said(task));

        var contribution = work.Contributions.ShouldHaveSingleItem();
        (contribution.Agency.Code, contribution.Text, contribution.From, contribution.To).ShouldBe((Province.HomeAffairs, "Bố trí biên chế", Day(2026, 11, 1), Day(2027, 6, 30)));
    }

    [Fact]
    public async Task Lies_within_the_dates_of_the_lead_both_of_which_are_named()
    {
        var task = await registry.OneOffTask(Day(2027, 6, 29));

        var refused = await Refused.By(registry.Tasks.RecordContributionAsync(Said(task)));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.FailedPrecondition, "CONTRIBUTION_OUTSIDE_LEAD_DATES"));
        (refused.Facts["to"], refused.Facts["lead_from"], refused.Facts["lead_to"]).ShouldBe(("2027-06-30", "2024-01-01", "2027-06-29"));
    }

    [Fact]
    public async Task Of_an_ongoing_task_lies_within_the_period_of_the_plan()
    {
        var task = await registry.OngoingTask();

        await registry.Tasks.RecordContributionAsync(new(Said(task)) { To = Day(2030, 12, 31) });

        (await Refused.By(registry.Tasks.RecordContributionAsync(new(Said(task)) { To = Day(2031, 1, 1) }))).Facts["lead_to"].ShouldBe("2030-12-31");
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var request = new V1.RecordContributionRequest(Said(await registry.OneOffTask())) { RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Tasks.RecordContributionAsync(request);

        (await registry.Tasks.RecordContributionAsync(request)).ShouldBe(first);
        first.Contributions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Is_refused_with_the_name_of_what_is_wrong()
    {
        var (task, plan) = (await registry.OneOffTask(), await registry.PublishedPlan());
        var good = Said(task);

        await ShouldBeRefused(new(good) { Agency = Province.Education }, "CONTRIBUTOR_NOT_COORDINATING");
        await ShouldBeRefused(new(good) { Agency = Province.Health }, "CONTRIBUTOR_NOT_COORDINATING");
        await ShouldBeRefused(new(good) { Agency = "own:nobody" }, "AGENCY_NOT_FOUND");
        await ShouldBeRefused(new(good) { Agency = "" }, "FIELD_REQUIRED");
        await ShouldBeRefused(new(good) { Text = " " }, "FIELD_REQUIRED");
        await ShouldBeRefused(new(good) { From = null }, "FIELD_REQUIRED");
        await ShouldBeRefused(new(good) { To = Day(2026, 10, 1) }, "TASK_DATES_REVERSED");
        await ShouldBeRefused(new(good) { Etag = "v9" }, "ETAG_MISMATCH");
        await ShouldBeRefused(new(good) { Task = plan.Task("Đề án") }, "TASK_NOT_CLASSIFIED");
        await registry.Tasks.CompleteTaskAsync(new() { Task = task });
        await ShouldBeRefused(good, "TASK_NOT_OPEN");
        (await registry.Tasks.GetTaskWorkAsync(new() { Task = task })).Contributions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_for_an_officer_of_the_agency_that_contributes()
    {
        var task = await registry.OneOffTask();
        V1.TaskService.TaskServiceClient Client(string agency) => new(registry.Of(agency, Role.ReportingOfficer));

        (await Refused.By(Client(Province.Health).RecordContributionAsync(Said(task)))).Reason.ShouldBe("AGENCY_NOT_YOURS");
        (await Client(Province.HomeAffairs).RecordContributionAsync(Said(task))).Contributions.ShouldHaveSingleItem();
    }

    private static V1.RecordContributionRequest Said(string task) =>
        new() { Task = task, Agency = Province.HomeAffairs, Text = "Bố trí biên chế", From = Day(2026, 11, 1), To = Day(2027, 6, 30) };

    private async Task ShouldBeRefused(V1.RecordContributionRequest request, string reason) =>
        (await Refused.By(registry.Tasks.RecordContributionAsync(request))).Reason.ShouldBe(reason);
}
