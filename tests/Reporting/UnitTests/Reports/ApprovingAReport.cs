using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Reporting.Domain.Reports;

namespace SocialPolicy.Reporting.UnitTests.Reports;

public class ApprovingAReport
{
    private static readonly DateOnly Today = new(2026, 11, 10);
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 8, 0, 0, TimeSpan.FromHours(7));
    private static readonly ReportContent Complete = new() { Number = "125/BC-SYT", Signer = "Nguyễn Văn A", SignedOn = Today, Results = "Đã thực hiện." };
    private static readonly PinnedLine[] Approved = [Line("2.9")];

    [Theory]
    [InlineData(ApprovalNeeded.None, "draft", null)]
    [InlineData(ApprovalNeeded.None, "by the writer", null)]
    [InlineData(ApprovalNeeded.None, "by another", null)]
    [InlineData(ApprovalNeeded.Required, "draft", "REPORT_NOT_APPROVED")]
    [InlineData(ApprovalNeeded.Required, "by the writer", null)]
    [InlineData(ApprovalNeeded.Required, "by another", null)]
    [InlineData(ApprovalNeeded.ByAnother, "draft", "REPORT_NOT_APPROVED")]
    [InlineData(ApprovalNeeded.ByAnother, "by the writer", "APPROVER_WROTE_IT")]
    [InlineData(ApprovalNeeded.ByAnother, "by another", null)]
    public void Lets_it_be_submitted_as_the_installation_asks(ApprovalNeeded needed, string approved, string? reason)
    {
        // Approved while the installation asked for less.
        var report = Drafted();
        if (approved is not "draft")
            Approve(report, approved is "by another" ? "b" : "a", ApprovalNeeded.None);

        if (reason is null)
        {
            report.Submit([], Today, needed);
            report.State.ShouldBe(ReportState.Submitted);
        }
        else
        {
            Should.Throw<RuleBroken>(() => report.Submit([], Today, needed)).First.Reason.ShouldBe(reason);
            report.State.ShouldNotBe(ReportState.Submitted);
        }
    }

    [Fact]
    public void Is_refused_to_whoever_wrote_on_it_though_others_wrote_on()
    {
        var report = Drafted();
        report.Change(Complete with { Results = "Khác." }, Approved, "b");

        foreach (var writer in (string[])["a", "b"])
            Should.Throw<RuleBroken>(() => Approve(report, writer, ApprovalNeeded.ByAnother)).First.Reason.ShouldBe("APPROVER_WROTE_IT");
        Approve(report, "c", ApprovalNeeded.ByAnother);

        report.Approval.ShouldBe(new("c", Now));
        report.Writers.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Knows_persons_by_their_exact_subject()
    {
        var report = Drafted();

        Approve(report, "A", ApprovalNeeded.ByAnother);

        report.Approval!.By.ShouldBe("A");
    }

    [Fact]
    public void Is_taken_back_by_a_change_that_changes_no_word_and_makes_nobody_a_writer()
    {
        var report = Drafted();
        Approve(report, "b", ApprovalNeeded.ByAnother);

        report.Change(Complete, Approved, "c");

        (report.State, report.Approval).ShouldBe((ReportState.Draft, null));
        report.Writers.ShouldBe(["a"]);
    }

    [Fact]
    public void Names_whoever_wrote_last_at_the_end()
    {
        var report = Drafted();
        report.Change(Complete with { Results = "Hai." }, [], "b");
        report.Change(Complete with { Results = "Ba." }, [], "a");

        report.Writers.ShouldBe(["b", "a"]);
    }

    [Fact]
    public void Hands_over_what_was_approved()
    {
        var report = Drafted();
        Approve(report, "b", ApprovalNeeded.Required);

        report.Submit([Line("3.0")], Today, ApprovalNeeded.Required);

        report.Lines.ShouldBe(Approved);
        report.Approval.ShouldNotBeNull();
    }

    [Fact]
    public void Begins_again_when_it_comes_back()
    {
        var report = Drafted();
        Approve(report, "b", ApprovalNeeded.Required);
        report.Submit([], Today, ApprovalNeeded.Required);
        report.Return("Thiếu biểu số 2.");

        report.Approval.ShouldBeNull();
        Should.Throw<RuleBroken>(() => report.Submit([], Today, ApprovalNeeded.Required)).First.Reason.ShouldBe("REPORT_NOT_APPROVED");
        Approve(report, "b", ApprovalNeeded.Required);
        report.Change(Complete, [], "a");

        report.State.ShouldBe(ReportState.Returned);
    }

    [Fact]
    public void Takes_the_letter_of_who_signs_and_makes_no_writer_of_him()
    {
        var report = Report.Draft(Guid.CreateVersion7(), new() { Results = "Đã thực hiện." }, [], "a");
        Should.Throw<RuleBroken>(() => Approve(report, "b", ApprovalNeeded.ByAnother)).First.Reason.ShouldBe("REPORT_INCOMPLETE");

        report.Approve(new("125/BC-SYT", "Nguyễn Văn A", Today), new("b", Now), Today, ApprovalNeeded.ByAnother);

        report.Content.ShouldBe(Complete);
        report.Writers.ShouldBe(["a"]);
    }

    [Fact]
    public void Is_refused_for_a_letter_of_tomorrow_or_one_that_is_too_long()
    {
        Should.Throw<RuleBroken>(() => Drafted().Approve(new("", "", Today.AddDays(1)), new("b", Now), Today, ApprovalNeeded.None)).First.Reason.ShouldBe("SIGNED_IN_FUTURE");
        Should.Throw<RuleBroken>(() => Drafted().Approve(new(new('1', 101), "", null), new("b", Now), Today, ApprovalNeeded.None)).First
            .ShouldSatisfyAllConditions(rule => (rule.Reason, rule.Field).ShouldBe(("FIELD_TOO_LONG", "number")));
    }

    private static Report Drafted() => Report.Draft(Guid.CreateVersion7(), Complete, Approved, "a");

    private static void Approve(Report report, string by, ApprovalNeeded needed) => report.Approve(new("", "", null), new(by, Now), Today, needed);

    private static PinnedLine Line(string value) => new()
    {
        Target = Guid.CreateVersion7(), Indicator = "tỷ lệ hộ nghèo", Threshold = new("AtMost", "3.5", "", "%", "Unspecified", PerYear: false), Value = value, Verdict = "NotDue",
    };
}
