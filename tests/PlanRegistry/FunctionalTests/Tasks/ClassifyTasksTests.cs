using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Tasks.Working;
using Entry = SocialPolicy.PlanRegistry.V1.ClassifyTasksRequest.Types.Entry;
using Kind = SocialPolicy.PlanRegistry.V1.TaskWork.Types.Kind;
using Rating = SocialPolicy.PlanRegistry.V1.TaskWork.Types.Rating;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Tasks;

public sealed class ClassifyingTasks(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Says_of_many_at_once_which_kind_they_are()
    {
        var plan = await registry.PublishedPlan();

        var answer = await registry.Classify(
            plan.Name,
            new Entry { Task = plan.Task("tuyên truyền"), Kind = Kind.Ongoing },
            new Entry { Task = plan.Task("Đề án"), Kind = Kind.OneOff, Start = Day(2026, 1, 1), Due = Day(2027, 6, 29) });

        answer.Tasks.Select(task => (task.Kind, task.Rating)).ShouldBe([(Kind.Ongoing, Rating.NotAssessed), (Kind.OneOff, Rating.NotCompletedInTime)]);
        answer.Tasks[1].RatingText.ShouldBe("Chưa hoàn thành, trong hạn");
    }

    [Fact]
    public async Task Is_suggested_by_the_words_until_a_person_has_said_it()
    {
        var plan = await registry.PublishedPlan();

        var tasks = (await registry.Tasks.ListTaskWorkAsync(new() { Plan = plan.Name })).Tasks.ToDictionary(task => task.Task, task => task.Suggestion);

        tasks[plan.Task("tuyên truyền")].Kind.ShouldBe(Kind.Ongoing);
        tasks[plan.Task("Đề án")].Kind.ShouldBe(Kind.OneOff);
        tasks[plan.Task("Đề án")].Due.ShouldBe(Day(2027, 6, 30));
        tasks[plan.Task("Đề án")].Quote.ShouldContain("30/6/2027");
        tasks.Values.ShouldAllBe(suggestion => suggestion.Explanation.Length > 0);
    }

    [Fact]
    public async Task Changes_a_due_date_only_with_a_reason_and_keeps_the_step()
    {
        var task = await registry.OneOffTask(Day(2026, 12, 31));

        (await Refused.By(() => registry.Classify(PlanOf(task), new Entry { Task = task, Kind = Kind.OneOff, Due = Day(2027, 6, 30) }))).Reason.ShouldBe("FIELD_REQUIRED");
        await registry.Classify(PlanOf(task), new Entry { Task = task, Kind = Kind.OneOff, Due = Day(2027, 6, 30), Reason = "Công văn 12/UBND" });

        var work = await registry.Tasks.GetTaskWorkAsync(new() { Task = task });
        work.Due.ShouldBe(Day(2027, 6, 30));
        work.Steps.Count.ShouldBe(2);
        work.Steps[1].Text.ShouldContain("Công văn 12/UBND");
    }

    [Fact]
    public async Task Changes_nothing_when_it_is_said_again()
    {
        var task = await registry.OneOffTask(Day(2026, 12, 31));

        (await registry.Classify(PlanOf(task), new Entry { Task = task, Kind = Kind.OneOff, Due = Day(2026, 12, 31) })).Tasks.Single().Etag.ShouldBe("v1");
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var plan = await registry.PublishedPlan();
        var request = new V1.ClassifyTasksRequest { Plan = plan.Name, Entries = { new Entry { Task = plan.Task("Đề án"), Kind = Kind.OneOff } }, RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Tasks.ClassifyTasksAsync(request);
        await registry.Classify(plan.Name, new Entry { Task = plan.Task("Đề án"), Kind = Kind.Ongoing });

        (await registry.Tasks.ClassifyTasksAsync(request)).ShouldBe(first);
    }

    [Fact]
    public async Task Is_refused_when_the_work_has_moved_on()
    {
        var task = await registry.OneOffTask();

        var refused = await Refused.By(() => registry.Classify(PlanOf(task), new Entry { Task = task, Kind = Kind.Ongoing, Etag = "v0" }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.Aborted, "ETAG_MISMATCH"));
    }

    [Fact]
    public async Task Is_refused_once_periods_are_assessed_or_it_has_ended()
    {
        var (ongoing, done) = (await registry.OngoingTask(), await registry.OneOffTask());
        await registry.Tasks.AssessTaskAsync(new() { Task = ongoing, Period = "2026-Q3", Verdict = V1.TaskAssessment.Types.Verdict.Done });
        await registry.Tasks.CompleteTaskAsync(new() { Task = done });

        (await Refused.By(() => registry.Classify(PlanOf(ongoing), new Entry { Task = ongoing, Kind = Kind.OneOff }))).Reason.ShouldBe("TASK_KIND_IN_USE");
        (await Refused.By(() => registry.Classify(PlanOf(done), new Entry { Task = done, Kind = Kind.Ongoing }))).Reason.ShouldBe("TASK_NOT_OPEN");
    }

    [Fact]
    public async Task Is_refused_before_the_plan_is_published()
    {
        var plan = await registry.ConfirmedPlan();

        (await Refused.By(() => registry.Classify(plan.Name, new Entry { Task = plan.Task("Đề án"), Kind = Kind.OneOff }))).Reason.ShouldBe("PLAN_NOT_IN_FORCE");
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "nothing", "FIELD_REQUIRED" }, { "no kind", "FIELD_REQUIRED" }, { "twice", "ITEM_ASSIGNED_TWICE" }, { "ongoing with due", "ONGOING_TASK_WITH_DUE_DATE" }, { "reversed", "TASK_DATES_REVERSED" },
        { "target", "NAME_MALFORMED" }, { "another plan", "ITEM_NOT_FOUND" }, { "no date", "DATE_INVALID" }, { "long reason", "FIELD_TOO_LONG" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Is_refused_with_the_name_of_what_is_wrong_and_leaves_nothing(string what, string reason)
    {
        var plan = await registry.PublishedPlan();
        var task = plan.Task("Đề án");
        var good = new Entry { Task = plan.Task("tuyên truyền"), Kind = Kind.Ongoing };
        Entry[] entries = what switch
        {
            "nothing" => [],
            "no kind" => [good, new() { Task = task }],
            "twice" => [good, good],
            "ongoing with due" => [good, new() { Task = task, Kind = Kind.Ongoing, Due = Day(2026, 12, 31) }],
            "reversed" => [good, new() { Task = task, Kind = Kind.OneOff, Start = Day(2027, 1, 1), Due = Day(2026, 12, 31) }],
            "target" => [good, new() { Task = plan.Target("thất nghiệp"), Kind = Kind.OneOff }],
            "another plan" => [good, new() { Task = (await registry.PublishedPlan()).Task("Đề án"), Kind = Kind.OneOff }],
            "no date" => [good, new() { Task = task, Kind = Kind.OneOff, Due = Day(2026, 2, 30) }],
            _ => [good, new() { Task = task, Kind = Kind.OneOff, Reason = new string('x', 1001) }],
        };

        (await Refused.By(() => registry.Classify(plan.Name, entries))).Reason.ShouldBe(reason);
        (await registry.Tasks.GetTaskWorkAsync(new() { Task = good.Task })).Kind.ShouldBe(Kind.Unspecified);
    }

    [Fact]
    public async Task Is_refused_to_those_who_only_report()
    {
        var plan = await registry.PublishedPlan();
        var client = new V1.TaskService.TaskServiceClient(registry.Of(Province.Health, Role.ReportingOfficer));

        (await Refused.By(client.ClassifyTasksAsync(new() { Plan = plan.Name }))).Reason.ShouldBe("CALLER_NOT_ALLOWED");
    }
}
