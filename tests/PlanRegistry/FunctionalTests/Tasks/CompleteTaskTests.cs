using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Tasks.Working;
using Rating = SocialPolicy.PlanRegistry.V1.TaskWork.Types.Rating;
using State = SocialPolicy.PlanRegistry.V1.TaskWork.Types.State;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Tasks;

public sealed class CompletingATask(Registry registry) : IClassFixture<Registry>
{
    [Theory]
    [InlineData(30, Rating.CompletedOnTime, "Hoàn thành đúng hạn", "completed_on_time")]
    [InlineData(28, Rating.CompletedLate, "Hoàn thành quá hạn", "completed_late")]
    public async Task Is_on_time_or_late_explained_and_announced(int due, Rating rating, string words, string outcome)
    {
        var task = await registry.OneOffTask(Day(2026, 10, due));

        var work = await registry.Tasks.CompleteTaskAsync(new() { Task = task, On = Day(2026, 10, 29), Text = "Đề án được phê duyệt" });

        (work.State, work.Rating, work.RatingText).ShouldBe((State.Completed, rating, words));
        work.RatingExplanation.ShouldContain(rating == Rating.CompletedLate ? "1 day after" : "in time");
        var fact = (await registry.Announced(task)).ShouldHaveSingleItem();
        fact.GetProperty("outcome").GetString().ShouldBe(outcome);
        fact.GetProperty("on").GetString().ShouldBe("2026-10-29");
        $"agencies/{fact.GetProperty("leadAgencyId").GetString()}".ShouldBe(await registry.NameOf(Province.Health));
    }

    [Fact]
    public async Task Does_not_count_on_a_day_before_it()
    {
        var task = await registry.OneOffTask(Day(2026, 10, 15));
        await registry.Tasks.CompleteTaskAsync(new() { Task = task, On = Day(2026, 10, 29) });

        (await registry.Tasks.GetTaskWorkAsync(new() { Task = task, On = Day(2026, 10, 10) })).Rating.ShouldBe(Rating.NotCompletedInTime);
        (await registry.Tasks.GetTaskWorkAsync(new() { Task = task, On = Day(2026, 10, 20) })).Rating.ShouldBe(Rating.NotCompletedOverdue);
        (await registry.Tasks.GetTaskWorkAsync(new() { Task = task })).Rating.ShouldBe(Rating.CompletedLate);
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer_and_is_announced_once()
    {
        var request = new V1.CompleteTaskRequest { Task = await registry.OneOffTask(), RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Tasks.CompleteTaskAsync(request);

        (await registry.Tasks.CompleteTaskAsync(request)).ShouldBe(first);
        first.Rating.ShouldBe(Rating.Completed);
        (await registry.Announced(request.Task)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Stores_and_announces_nothing_when_it_only_validates()
    {
        var task = await registry.OneOffTask();

        (await registry.Tasks.CompleteTaskAsync(new() { Task = task, ValidateOnly = true })).State.ShouldBe(State.Completed);

        (await registry.Tasks.GetTaskWorkAsync(new() { Task = task })).State.ShouldBe(State.Open);
        (await registry.Announced(task)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_refused_for_an_ongoing_task_a_second_time_and_for_a_day_to_come()
    {
        var (ongoing, once) = (await registry.OngoingTask(), await registry.OneOffTask());

        await ShouldBeRefused(new() { Task = ongoing }, StatusCode.FailedPrecondition, "TASK_NOT_ONE_OFF");
        await ShouldBeRefused(new() { Task = once, On = Day(2026, 11, 2) }, StatusCode.InvalidArgument, "DAY_IN_FUTURE");
        await ShouldBeRefused(new() { Task = once, Text = new string('x', 4001) }, StatusCode.InvalidArgument, "FIELD_TOO_LONG");
        await ShouldBeRefused(new() { Task = once, Etag = "v7" }, StatusCode.Aborted, "ETAG_MISMATCH");
        await registry.Tasks.CompleteTaskAsync(new() { Task = once });
        await ShouldBeRefused(new() { Task = once }, StatusCode.FailedPrecondition, "TASK_NOT_OPEN");
        (await registry.Announced(once)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Is_for_an_officer_of_the_lead_and_for_no_other_agency()
    {
        var task = await registry.OneOffTask();
        var (lead, other) = (Client(Province.Health), Client(Province.HomeAffairs));

        (await Refused.By(other.CompleteTaskAsync(new() { Task = task }))).Reason.ShouldBe("AGENCY_NOT_YOURS");
        (await lead.CompleteTaskAsync(new() { Task = task })).State.ShouldBe(State.Completed);
    }

    private V1.TaskService.TaskServiceClient Client(string agency) => new(registry.Of(agency, Role.ReportingOfficer));

    private async Task ShouldBeRefused(V1.CompleteTaskRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Tasks.CompleteTaskAsync(request));
        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
