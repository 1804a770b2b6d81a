using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Tasks.Working;
using Rating = SocialPolicy.PlanRegistry.V1.TaskWork.Types.Rating;
using State = SocialPolicy.PlanRegistry.V1.TaskWork.Types.State;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Tasks;

public sealed class DroppingATask(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Ends_it_with_its_reason_and_is_announced()
    {
        var task = await registry.OneOffTask(Day(2026, 10, 1));

        var work = await registry.Tasks.DropTaskAsync(new() { Task = task, Reason = "Trùng với Đề án của Bộ Y tế" });

        (work.State, work.Rating, work.DropReason).ShouldBe((State.Dropped, Rating.Dropped, "Trùng với Đề án của Bộ Y tế"));
        var fact = (await registry.Announced(task)).ShouldHaveSingleItem();
        (fact.GetProperty("outcome").GetString(), fact.GetProperty("text").GetString()).ShouldBe(("dropped", "Trùng với Đề án của Bộ Y tế"));
    }

    [Fact]
    public async Task Is_undone_by_reopening_with_a_reason_which_is_announced_too()
    {
        var task = await registry.OneOffTask();
        await registry.Tasks.DropTaskAsync(new() { Task = task, Reason = "Không còn phù hợp" });

        var work = await registry.Tasks.ReopenTaskAsync(new() { Task = task, Reason = "Bộ yêu cầu thực hiện" });

        (work.State, work.DropReason, work.DroppedOn).ShouldBe((State.Open, "", null));
        work.Steps.Select(step => step.Act).ShouldBe([V1.TaskStep.Types.Act.Classified, V1.TaskStep.Types.Act.Dropped, V1.TaskStep.Types.Act.Reopened]);
        (await registry.Announced(task)).Select(fact => fact.GetProperty("outcome").GetString()).ShouldBe(["dropped", "reopened"]);
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var drop = new V1.DropTaskRequest { Task = await registry.OneOffTask(), Reason = "Không còn phù hợp", RequestId = $"{Guid.CreateVersion7()}" };
        var dropped = await registry.Tasks.DropTaskAsync(drop);
        var reopen = new V1.ReopenTaskRequest { Task = drop.Task, Reason = "Nhầm", RequestId = $"{Guid.CreateVersion7()}" };
        var reopened = await registry.Tasks.ReopenTaskAsync(reopen);

        (await registry.Tasks.DropTaskAsync(drop)).ShouldBe(dropped);
        (await registry.Tasks.ReopenTaskAsync(reopen)).ShouldBe(reopened);
        (await registry.Announced(drop.Task)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Is_refused_with_the_name_of_what_is_wrong()
    {
        var (task, plan) = (await registry.OneOffTask(), await registry.PublishedPlan());

        (await Refused.By(registry.Tasks.DropTaskAsync(new() { Task = task }))).Reason.ShouldBe("FIELD_REQUIRED");
        (await Refused.By(registry.Tasks.DropTaskAsync(new() { Task = task, Reason = new string('x', 1001) }))).Reason.ShouldBe("FIELD_TOO_LONG");
        (await Refused.By(registry.Tasks.DropTaskAsync(new() { Task = task, Reason = "x", On = Day(2027, 1, 1) }))).Reason.ShouldBe("DAY_IN_FUTURE");
        (await Refused.By(registry.Tasks.DropTaskAsync(new() { Task = task, Reason = "x", Etag = "v9" }))).Code.ShouldBe(StatusCode.Aborted);
        (await Refused.By(registry.Tasks.DropTaskAsync(new() { Task = plan.Task("Đề án"), Reason = "x" }))).Reason.ShouldBe("TASK_NOT_CLASSIFIED");
        (await Refused.By(registry.Tasks.ReopenTaskAsync(new() { Task = task, Reason = "x" }))).Reason.ShouldBe("TASK_ALREADY_OPEN");
        (await Refused.By(registry.Tasks.ReopenTaskAsync(new() { Task = task }))).Reason.ShouldBe("FIELD_REQUIRED");
        (await Refused.By(registry.Tasks.ReopenTaskAsync(new() { Task = task, Reason = "x", Etag = "v9" }))).Reason.ShouldBe("ETAG_MISMATCH");
        await registry.Tasks.DropTaskAsync(new() { Task = task, Reason = "x" });
        (await Refused.By(registry.Tasks.DropTaskAsync(new() { Task = task, Reason = "x" }))).Reason.ShouldBe("TASK_NOT_OPEN");
    }
}
