using SocialPolicy.Calendar;
using SocialPolicy.PlanRegistry.Domain.Tasks;
using SocialPolicy.PlanRegistry.UnitTests.Plans;

namespace SocialPolicy.PlanRegistry.UnitTests.Tasks;

public sealed class WorkingOnATask
{
    private static readonly DateOnly Today = new(2026, 11, 10);

    [Fact]
    public void Moves_its_version_with_every_step_and_says_nothing_twice()
    {
        var work = TaskWork.Unclassified(Guid.CreateVersion7());

        work.Classify(TaskKind.OneOff, null, Today, null, false, "").ShouldNotBeNull().Act.ShouldBe(TaskAct.Classified);
        work.Classify(TaskKind.OneOff, null, Today, null, false, "").ShouldBeNull();
        work.Complete(Today, Today, null);
        work.Reopen("Nhầm");

        work.Version.ShouldBe(3);
        (work.State, work.CompletedOn).ShouldBe((TaskState.Open, null));
    }

    [Fact]
    public void Is_refused_before_anybody_has_said_its_kind()
    {
        var work = TaskWork.Unclassified(Guid.CreateVersion7());

        APlan.ShouldBreak(() => work.Complete(Today, Today, null)).Reason.ShouldBe("TASK_NOT_ONE_OFF");
        APlan.ShouldBreak(() => work.Drop(Today, Today, "x")).Reason.ShouldBe("TASK_NOT_CLASSIFIED");
        APlan.ShouldBreak(() => work.Assess(Half(TaskVerdict.Done), null, Today)).Reason.ShouldBe("TASK_NOT_ONGOING");
        APlan.ShouldBreak(() => work.Evidence("x")).Reason.ShouldBe("TASK_NOT_CLASSIFIED");
        work.Version.ShouldBe(0);
    }

    [Fact]
    public void Asks_why_a_due_date_is_moved_and_refuses_one_for_standing_work()
    {
        var work = OneOff(Today);

        APlan.ShouldBreak(() => work.Classify(TaskKind.OneOff, null, Today.AddDays(1), null, false, "e")).Reason.ShouldBe("FIELD_REQUIRED");
        APlan.ShouldBreak(() => work.Classify(TaskKind.Ongoing, null, Today, "x", false, "e")).Reason.ShouldBe("ONGOING_TASK_WITH_DUE_DATE");
        APlan.ShouldBreak(() => work.Classify(TaskKind.OneOff, Today.AddDays(1), Today, null, false, "e")).Reason.ShouldBe("TASK_DATES_REVERSED");
        work.Due.ShouldBe(Today);
    }

    [Fact]
    public void Counts_revisions_of_a_period()
    {
        var work = Ongoing();

        work.Assess(Half(TaskVerdict.Partly), null, Today).Revision.ShouldBe(1);
        work.Assess(Half(TaskVerdict.Done) with { RevisionReason = "Bổ sung" }, (Half(TaskVerdict.Partly), 1), Today).Revision.ShouldBe(2);
        APlan.ShouldBreak(() => work.Assess(Half(TaskVerdict.Done), (Half(TaskVerdict.Partly), 1), Today)).Reason.ShouldBe("FIELD_REQUIRED");
        APlan.ShouldBreak(() => work.Assess(Half(TaskVerdict.Partly) with { RevisionReason = "x" }, (Half(TaskVerdict.Partly), 1), Today)).Reason.ShouldBe("ASSESSMENT_UNCHANGED");
    }

    [Theory]
    [InlineData("2026-Q4", true)]
    [InlineData("2026", true)]
    [InlineData("2027-Q1", false)]
    [InlineData("2026-11", false)]
    public void Assesses_years_halves_and_quarters_that_have_begun(string period, bool suits)
    {
        ReportingPeriod.TryParse(period, out var read).ShouldBeTrue();
        void Assess() => Ongoing().Assess(new(read!, TaskVerdict.Done, "", new Dictionary<string, long>(), null), null, Today);

        if (suits)
            Should.NotThrow(Assess);
        else
            APlan.ShouldBreak(Assess).Reason.ShouldBe("ASSESSMENT_PERIOD_UNSUITED");
    }

    [Theory]
    [InlineData("2026-01-01", "2026-11-10", null)]
    [InlineData("2025-12-31", "2026-11-10", "CONTRIBUTION_OUTSIDE_LEAD_DATES")]
    [InlineData("2026-01-01", "2026-11-11", "CONTRIBUTION_OUTSIDE_LEAD_DATES")]
    [InlineData("2026-02-01", "2026-01-31", "TASK_DATES_REVERSED")]
    public void Takes_contributions_within_the_dates_of_the_lead(string from, string to, string? reason)
    {
        void Contribute() => OneOff(Today).Contribute("Sở Nội vụ", Day(from), Day(to), isCoordinating: true, (new(2026, 1, 1), null));

        (reason is null ? null : APlan.ShouldBreak(Contribute).Reason).ShouldBe(reason);
        if (reason is null)
            Should.NotThrow(Contribute);
    }

    [Fact]
    public void Names_both_spans_of_days_when_a_contribution_lies_outside()
    {
        var rule = APlan.ShouldBreak(() => OneOff(Today).Contribute("Sở Nội vụ", new(2026, 1, 1), new(2026, 12, 1), isCoordinating: true, (null, null)));

        rule.Message.ShouldBe("A contribution from 2026-01-01 to 2026-12-01 does not lie within the lead's work, from an open day to 2026-11-10.");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static TaskWork OneOff(DateOnly due) => new(Guid.CreateVersion7(), 1, TaskKind.OneOff, TaskState.Open, null, due, null, null, null);

    private static TaskWork Ongoing() => new(Guid.CreateVersion7(), 1, TaskKind.Ongoing, TaskState.Open, null, null, null, null, null);

    private static Assessment Half(TaskVerdict verdict) => new(new(PeriodKind.Half, 2026), verdict, "", new Dictionary<string, long>(), null);
}
