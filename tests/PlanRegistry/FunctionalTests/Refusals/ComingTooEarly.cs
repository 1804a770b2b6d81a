using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using static SocialPolicy.PlanRegistry.FunctionalTests.Refusals.Refusing;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Refusals;

/// <summary>What every call says of plans that nobody has read or published yet and of agencies yet to begin, whatever it does.</summary>
public sealed class ComingTooEarly(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Is_refused_for_work_on_a_plan_that_is_not_published()
    {
        var task = (await registry.ConfirmedPlan()).Task("tuyên truyền");

        await registry.ShouldRefuse(
            "PLAN_NOT_IN_FORCE",
            new V1.CompleteTaskRequest { Task = task },
            new V1.DropTaskRequest { Task = task, Reason = "đã có" },
            new V1.ReopenTaskRequest { Task = task, Reason = "làm tiếp" },
            Assessed(task),
            Contributed(task),
            Attached(task));
    }

    [Fact]
    public async Task Is_refused_for_owners_of_what_nobody_has_read() =>
        await registry.ShouldRefuse("PLAN_READING_UNCONFIRMED", new V1.ExportOwnersRequest { Plan = (await registry.Import(Province.Text())).Name });

    [Fact]
    public async Task Is_refused_for_an_agency_that_has_yet_to_begin()
    {
        var plan = await registry.PublishedPlan();
        var later = Sending.Agency("own:so-moi", "own:sl", "Sở Mới tỉnh Sơn La");
        later.ValidFrom = Working.Day(2040, 1, 1);
        await registry.Directory.Import([], [later]);
        var matter = (await registry.Matters.RaiseMatterAsync(Difficulty(plan))).Name;
        var owned = Owned(plan.Name, plan.Target("thất nghiệp"));
        owned.Assignments[0].Lead = "own:so-moi";

        await registry.ShouldRefuse("AGENCY_NOT_THERE_YET", owned, new V1.AssignMatterRequest { Name = matter, Agency = "own:so-moi", Due = Later });

        owned.From = later.ValidFrom;
        (await registry.Owners.AssignOwnersAsync(owned)).AssignedCount.ShouldBe(1);
    }

    [Fact]
    public async Task Is_refused_for_a_task_that_has_yet_to_begin()
    {
        var plan = await registry.PublishedPlan();
        var classified = Classified(plan.Name, plan.Task("Đề án"), V1.TaskWork.Types.Kind.OneOff);
        classified.Entries[0].Start = Working.Day(2026, 10, 1);
        await registry.Tasks.ClassifyTasksAsync(classified);

        await registry.ShouldRefuse("TASK_DATES_REVERSED", new V1.CompleteTaskRequest { Task = classified.Entries[0].Task, On = Working.Day(2026, 9, 30) });
    }
}
