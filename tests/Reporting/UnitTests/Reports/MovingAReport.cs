using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Reporting.Domain.Reports;

namespace SocialPolicy.Reporting.UnitTests.Reports;

public class MovingAReport
{
    private static readonly DateOnly Today = new(2026, 11, 10);

    private static readonly ReportContent Complete = new() { Number = "125/BC-SYT", Signer = "Nguyễn Văn A", SignedOn = Today, Results = "Đã thực hiện." };

    private static readonly Letter AsDrafted = new("", "", null);

    private static readonly DateTimeOffset Now = new(2026, 11, 10, 8, 0, 0, TimeSpan.FromHours(7));

    private static readonly Dictionary<string, Action<Report>> Commands = new()
    {
        ["change"] = report => report.Change(Complete, [], "officer-1"),
        ["approve"] = report => report.Approve(AsDrafted, new("approver-1", Now), Today, ApprovalNeeded.None),
        ["submit"] = report => report.Submit([], Today, ApprovalNeeded.None),
        ["return"] = report => report.Return("Thiếu biểu số 2."),
        ["accept"] = report => report.Accept(),
    };

    [Theory]
    [InlineData(ReportState.Draft, "change", ReportState.Draft)]
    [InlineData(ReportState.Draft, "approve", ReportState.Approved)]
    [InlineData(ReportState.Draft, "submit", ReportState.Submitted)]
    [InlineData(ReportState.Submitted, "return", ReportState.Returned)]
    [InlineData(ReportState.Submitted, "accept", ReportState.Accepted)]
    [InlineData(ReportState.Returned, "change", ReportState.Returned)]
    [InlineData(ReportState.Returned, "approve", ReportState.Approved)]
    [InlineData(ReportState.Returned, "submit", ReportState.Submitted)]
    [InlineData(ReportState.Approved, "submit", ReportState.Submitted)]
    [InlineData(ReportState.Approved, "change", ReportState.Returned)]
    public void Leads_from_state_to_state(ReportState from, string command, ReportState to)
    {
        var report = In(from);

        Commands[command](report);

        (report.State, report.Version).ShouldBe((to, 8));
    }

    [Theory]
    [InlineData(ReportState.Draft, "return", "REPORT_NOT_SUBMITTED")]
    [InlineData(ReportState.Draft, "accept", "REPORT_NOT_SUBMITTED")]
    [InlineData(ReportState.Approved, "return", "REPORT_NOT_SUBMITTED")]
    [InlineData(ReportState.Approved, "accept", "REPORT_NOT_SUBMITTED")]
    [InlineData(ReportState.Approved, "approve", "REPORT_ALREADY_APPROVED")]
    [InlineData(ReportState.Submitted, "approve", "REPORT_ALREADY_SUBMITTED")]
    [InlineData(ReportState.Accepted, "approve", "REPORT_ALREADY_ACCEPTED")]
    [InlineData(ReportState.Submitted, "change", "REPORT_NOT_EDITABLE")]
    [InlineData(ReportState.Submitted, "submit", "REPORT_ALREADY_SUBMITTED")]
    [InlineData(ReportState.Returned, "return", "REPORT_NOT_SUBMITTED")]
    [InlineData(ReportState.Returned, "accept", "REPORT_NOT_SUBMITTED")]
    [InlineData(ReportState.Accepted, "change", "REPORT_NOT_EDITABLE")]
    [InlineData(ReportState.Accepted, "submit", "REPORT_ALREADY_ACCEPTED")]
    [InlineData(ReportState.Accepted, "return", "REPORT_ALREADY_ACCEPTED")]
    [InlineData(ReportState.Accepted, "accept", "REPORT_ALREADY_ACCEPTED")]
    public void Is_refused_where_the_state_forbids_it_and_changes_nothing(ReportState from, string command, string reason)
    {
        var report = In(from);

        Should.Throw<RuleBroken>(() => Commands[command](report)).First.Reason.ShouldBe(reason);

        (report.State, report.Version, report.Submissions).ShouldBe((from, 7, 1));
    }

    [Fact]
    public void Counts_submissions()
    {
        var report = In(ReportState.Draft, submissions: 0);

        report.Submit([], Today, ApprovalNeeded.None);
        report.Return("Thiếu.");
        report.Submit([], Today, ApprovalNeeded.None);

        report.Submissions.ShouldBe(2);
    }

    [Fact]
    public void Tells_all_that_is_missing_of_an_incomplete_report() =>
        Should.Throw<RuleBroken>(() => Report.Draft(Guid.CreateVersion7(), ReportContent.Empty, [], "officer-1").Submit([], Today, ApprovalNeeded.None))
            .First.ShouldSatisfyAllConditions(
                rule => rule.Reason.ShouldBe("REPORT_INCOMPLETE"),
                rule => rule.Facts["missing"].ShouldBe("number, signer, signed_on, results"));

    [Fact]
    public void Needs_no_results_when_there_is_nothing_to_report()
    {
        var report = Report.Draft(Guid.CreateVersion7(), Complete with { Results = "", Nil = true }, [], "officer-1");

        report.Submit([], Today, ApprovalNeeded.None);

        report.State.ShouldBe(ReportState.Submitted);
    }

    [Fact]
    public void Is_refused_for_a_letter_signed_tomorrow() =>
        Should.Throw<RuleBroken>(() => Report.Draft(Guid.CreateVersion7(), Complete with { SignedOn = Today.AddDays(1) }, [], "officer-1").Submit([], Today, ApprovalNeeded.None))
            .First.Reason.ShouldBe("SIGNED_IN_FUTURE");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Is_refused_without_a_reason_to_return_it(string reason) =>
        Should.Throw<RuleBroken>(() => In(ReportState.Submitted).Return(reason)).First.Reason.ShouldBe("REASON_REQUIRED");

    [Fact]
    public void Is_refused_for_texts_that_are_too_long_and_names_each() =>
        Should.Throw<RuleBroken>(() => Report.Draft(Guid.CreateVersion7(), new() { Number = new('1', 101), Signer = new('A', 201) }, [], "officer-1"))
            .Rules.Select(rule => (rule.Reason, rule.Field)).ShouldBe([("FIELD_TOO_LONG", "report.number"), ("FIELD_TOO_LONG", "report.signer")]);

    [Fact]
    public void Takes_the_named_fields_alone() =>
        Complete.Take(new() { Number = "126/BC-SYT", Results = "Mới." }, ["number"]).ShouldBe(Complete with { Number = "126/BC-SYT" });

    [Fact]
    public void Takes_everything_when_no_field_is_named() => Complete.Take(new() { Number = "126/BC-SYT" }, []).ShouldBe(new() { Number = "126/BC-SYT" });

    [Fact]
    public void Is_refused_for_a_field_that_is_not_an_officers() =>
        Should.Throw<RuleBroken>(() => Complete.Take(Complete, ["state"])).First.Reason.ShouldBe("FIELD_NOT_EDITABLE");

    private static Report In(ReportState state, int submissions = 1) => new(Guid.CreateVersion7(), version: 7, state, Complete, [], submissions, ["officer-1"], approval: null);
}
