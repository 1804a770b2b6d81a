using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Rating = SocialPolicy.PlanRegistry.V1.TaskWork.Types.Rating;
using Verdict = SocialPolicy.PlanRegistry.V1.TaskAssessment.Types.Verdict;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Tasks;

public sealed class AssessingATask(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Says_what_was_done_in_a_period_with_counts_and_is_announced()
    {
        var task = await registry.OngoingTask();

        var work = await registry.Tasks.AssessTaskAsync(new()
        {
            Task = task, Period = "2026-H1", Verdict = Verdict.Partly, Text = "Tổ chức 12 hội nghị", Counts = { { "hội nghị", 12 }, { "lượt người", 1500 } },
        });

        var assessment = work.Assessments.ShouldHaveSingleItem();
        (assessment.Period, assessment.Verdict, assessment.Revision, assessment.Counts["hội nghị"]).ShouldBe(("2026-H1", Verdict.Partly, 1, 12));
        (work.Rating, work.RatingText).ShouldBe((Rating.PartlyDone, "Thực hiện một phần"));
        var fact = (await registry.Announced(task)).ShouldHaveSingleItem();
        (fact.GetProperty("outcome").GetString(), fact.GetProperty("period").GetString(), fact.GetProperty("counts").GetArrayLength()).ShouldBe(("partly", "2026-H1", 2));
    }

    [Fact]
    public async Task Replaces_an_assessment_with_a_reason_and_keeps_it()
    {
        var task = await registry.OngoingTask();
        await registry.Tasks.AssessTaskAsync(new() { Task = task, Period = "2026-H1", Verdict = Verdict.Partly });

        (await Refused.By(registry.Tasks.AssessTaskAsync(new() { Task = task, Period = "2026-H1", Verdict = Verdict.Done }))).Reason.ShouldBe("FIELD_REQUIRED");
        var work = await registry.Tasks.AssessTaskAsync(new() { Task = task, Period = "2026-H1", Verdict = Verdict.Done, RevisionReason = "Bổ sung số liệu tháng 6" });

        var assessment = work.Assessments.ShouldHaveSingleItem();
        (assessment.Verdict, assessment.Revision, assessment.RevisionReason, assessment.Actor).ShouldBe((Verdict.Done, 2, "Bổ sung số liệu tháng 6", "registrar"));
        assessment.Replaced.ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Partly);
    }

    [Fact]
    public async Task Rates_by_the_latest_period()
    {
        var task = await registry.OngoingTask();
        await registry.Tasks.AssessTaskAsync(new() { Task = task, Period = "2026-Q3", Verdict = Verdict.Done });
        var work = await registry.Tasks.AssessTaskAsync(new() { Task = task, Period = "2026-Q1", Verdict = Verdict.NotDone });

        work.Assessments.Select(one => one.Period).ShouldBe(["2026-Q3", "2026-Q1"]);
        work.Rating.ShouldBe(Rating.Done);
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var request = new V1.AssessTaskRequest { Task = await registry.OngoingTask(), Period = "2025", Verdict = Verdict.Done, RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Tasks.AssessTaskAsync(request);

        (await registry.Tasks.AssessTaskAsync(request)).ShouldBe(first);
        (await registry.Announced(request.Task)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("", Verdict.Done, "FIELD_REQUIRED")]
    [InlineData("2026-H1", Verdict.Unspecified, "FIELD_REQUIRED")]
    [InlineData("2026-13", Verdict.Done, "PERIOD_MALFORMED")]
    [InlineData("2026-11", Verdict.Done, "ASSESSMENT_PERIOD_UNSUITED")]
    [InlineData("2027-Q1", Verdict.Done, "ASSESSMENT_PERIOD_UNSUITED")]
    public async Task Is_refused_for_a_period_that_cannot_be_assessed(string period, Verdict verdict, string reason)
    {
        var task = await registry.OngoingTask();

        (await Refused.By(registry.Tasks.AssessTaskAsync(new() { Task = task, Period = period, Verdict = verdict }))).Reason.ShouldBe(reason);
        (await registry.Announced(task)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_refused_with_the_name_of_what_is_wrong()
    {
        var (task, once) = (await registry.OngoingTask(), await registry.OneOffTask());
        V1.AssessTaskRequest Said(string of) => new() { Task = of, Period = "2026-H1", Verdict = Verdict.Done };
        await registry.Tasks.AssessTaskAsync(Said(task));

        await ShouldBeRefused(Said(once), StatusCode.FailedPrecondition, "TASK_NOT_ONGOING");
        await ShouldBeRefused(new(Said(task)) { RevisionReason = "x" }, StatusCode.FailedPrecondition, "ASSESSMENT_UNCHANGED");
        await ShouldBeRefused(new(Said(task)) { Period = "2026-Q3", Counts = { { "lớp", -1 } } }, StatusCode.InvalidArgument, "COUNTS_INVALID");
        await ShouldBeRefused(new(Said(task)) { Period = "2026-Q3", Text = new string('x', 4001) }, StatusCode.InvalidArgument, "FIELD_TOO_LONG");
        await ShouldBeRefused(new(Said(task)) { Period = "2026-Q3", Etag = "v1" }, StatusCode.Aborted, "ETAG_MISMATCH");
        await registry.Tasks.DropTaskAsync(new() { Task = task, Reason = "x" });
        await ShouldBeRefused(new(Said(task)) { Period = "2026-Q3" }, StatusCode.FailedPrecondition, "TASK_NOT_OPEN");
    }

    [Fact]
    public async Task Is_for_an_officer_of_the_lead_and_for_no_other_agency()
    {
        var task = await registry.OngoingTask();
        var other = new V1.TaskService.TaskServiceClient(registry.Of(Province.Education, Role.ReportingOfficer));

        (await Refused.By(other.AssessTaskAsync(new() { Task = task, Period = "2026-H1", Verdict = Verdict.Done }))).Reason.ShouldBe("AGENCY_NOT_YOURS");
    }

    private async Task ShouldBeRefused(V1.AssessTaskRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Tasks.AssessTaskAsync(request));
        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
