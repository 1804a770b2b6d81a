using Grpc.Core;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Reporting.FunctionalTests.Reports;

[Collection(nameof(Reporting))]
public sealed class DecidingOnAReport
{
    private readonly Reporting reporting;
    private readonly Office office;

    public DecidingOnAReport(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        reporting.ItIs(2026, 11, 2);
    }

    [Fact]
    public async Task Hands_it_over_with_the_values_pinned_anew()
    {
        var (plan, round) = await office.Asks();
        var target = Guid.CreateVersion7();
        reporting.Tables.Set(plan.PlanId, "2026", office.Health.AgencyId, target, "2.9");
        var draft = await office.Drafts(office.Health, round);
        reporting.Tables.Set(plan.PlanId, "2026", office.Health.AgencyId, target, "2.8");

        var report = await office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name, Etag = draft.Etag });

        report.State.ShouldBe(V1.Report.Types.State.Submitted);
        report.Lines.ShouldHaveSingleItem().Value.ShouldBe("2.8");
        report.SubmissionCount.ShouldBe(1);
        var obligation = await office.ObligationOf(office.Health, round);
        (obligation.State, obligation.Timeliness).ShouldBe((V1.Obligation.Types.State.Submitted, V1.Obligation.Types.Timeliness.OnTime));
        obligation.SubmittedOn.ShouldBe(new() { Year = 2026, Month = 11, Day = 2 });
        (await reporting.Told<ReportSubmitted>(report.Name)).ShouldBe(1);
        (await office.Deciding(office.Focal).GetReportAsync(new() { Name = report.Name })).ShouldBe(report);
    }

    [Fact]
    public async Task Gives_it_back_with_a_reason_and_keeps_every_submission_whole()
    {
        var (_, round) = await office.Asks();
        var report = await office.Submits(office.Health, round);

        var returned = await office.Deciding(office.Focal).ReturnReportAsync(new() { Name = report.Name, Reason = "Thiếu biểu số 2." });

        returned.State.ShouldBe(V1.Report.Types.State.Returned);
        returned.Steps[^1].ShouldSatisfyAllConditions(
            step => (step.Reason, step.Actor, step.Agency).ShouldBe(("Thiếu biểu số 2.", "focal-1", $"agencies/{office.Focal.AgencyId}")));
        (await office.ObligationOf(office.Health, round)).State.ShouldBe(V1.Obligation.Types.State.Returned);
        (await reporting.Told<ReportReturned>(report.Name)).ShouldBe(1);

        await office.Drafts(office.Health, round);
        var again = await office.Writing(office.Health).SubmitReportAsync(new() { Name = report.Name });

        again.SubmissionCount.ShouldBe(2);
        again.Steps.Select(step => step.State).ShouldBe(
            [V1.Report.Types.State.Draft, V1.Report.Types.State.Submitted, V1.Report.Types.State.Returned, V1.Report.Types.State.Submitted]);
        (await reporting.Ask<long>("select count(*) from report_submissions where report_id = @id", new { id = Id(report) })).ShouldBe(2);
    }

    [Fact]
    public async Task Accepts_it_and_settles_what_was_owed()
    {
        var (_, round) = await office.Asks();

        var report = await office.IsDoneWith(office.Health, round);

        report.State.ShouldBe(V1.Report.Types.State.Accepted);
        var obligation = await office.ObligationOf(office.Health, round);
        (obligation.State, obligation.Timeliness).ShouldBe((V1.Obligation.Types.State.Settled, V1.Obligation.Types.Timeliness.OnTime));
        obligation.SettleTime.ShouldNotBeNull();
        (await reporting.Told<ReportAccepted>(report.Name), await reporting.Told<ObligationSettled>(obligation.Name)).ShouldBe((1, 1));
        (await office.Viewing.GetRoundAsync(new() { Name = round.Name })).Counts.ShouldBe(new() { Total = 4, Owed = 3, OnTime = 1 });
    }

    [Fact]
    public async Task Counts_the_first_submission_alone_for_lateness()
    {
        var (_, round) = await office.Asks();
        var inTime = await office.Submits(office.Health, round);
        await office.Deciding(office.Focal).ReturnReportAsync(new() { Name = inTime.Name, Reason = "Thiếu." });
        reporting.ItIs(2026, 11, 25);
        await office.Writing(office.Health).SubmitReportAsync(new() { Name = inTime.Name });
        await office.Deciding(office.Focal).AcceptReportAsync(new() { Name = inTime.Name });
        await office.IsDoneWith(office.Education, round);

        (await office.ObligationOf(office.Health, round)).Timeliness.ShouldBe(V1.Obligation.Types.Timeliness.OnTime);
        (await office.ObligationOf(office.Education, round)).Timeliness.ShouldBe(V1.Obligation.Types.Timeliness.Late);
        (await office.Viewing.GetRoundAsync(new() { Name = round.Name })).Counts.ShouldBe(new() { Total = 4, Owed = 2, OnTime = 1, Late = 1 });
    }

    [Fact]
    public async Task Takes_one_of_acceptance_and_return_at_the_same_moment()
    {
        var (_, round) = await office.Asks();
        var report = await office.Submits(office.Health, round);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            try
            {
                return number % 2 == 0
                    ? (await office.Deciding(office.Focal).AcceptReportAsync(new() { Name = report.Name })).State.ToString()
                    : (await office.Deciding(office.Focal).ReturnReportAsync(new() { Name = report.Name, Reason = "Thiếu." })).State.ToString();
            }
            catch (RpcException refused)
            {
                return Refused.Of(refused).Reason;
            }
        }));

        outcomes.Count(outcome => outcome is "Accepted" or "Returned").ShouldBe(1);
        outcomes.ShouldBeSubsetOf(["Accepted", "Returned", "REPORT_ALREADY_ACCEPTED", "REPORT_NOT_SUBMITTED"]);
        (await reporting.Told<ReportAccepted>(report.Name) + await reporting.Told<ReportReturned>(report.Name)).ShouldBe(1);
    }

    [Fact]
    public async Task Accepts_once_for_one_request()
    {
        var (_, round) = await office.Asks();
        var report = await office.Submits(office.Health, round);
        var request = new V1.AcceptReportRequest { Name = report.Name, RequestId = $"{Guid.CreateVersion7()}" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.Deciding(office.Focal).AcceptReportAsync(request).ResponseAsync));

        answers.Distinct().ShouldHaveSingleItem();
        (await reporting.Told<ReportAccepted>(report.Name)).ShouldBe(1);
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_checks()
    {
        var (_, round) = await office.Asks();
        var report = await office.Submits(office.Health, round);

        (await office.Deciding(office.Focal).AcceptReportAsync(new() { Name = report.Name, ValidateOnly = true })).State.ShouldBe(V1.Report.Types.State.Accepted);

        (await office.Deciding(office.Focal).GetReportAsync(new() { Name = report.Name })).ShouldBe(report);
        (await reporting.Told<ReportAccepted>(report.Name)).ShouldBe(0);
    }

    [Fact]
    public async Task Is_refused_to_submit_what_is_not_complete_or_signed_tomorrow()
    {
        var (_, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);
        await Change(new() { Obligation = draft.Obligation, SignedOn = new() { Year = 2026, Month = 11, Day = 3 } }, "signed_on");
        await ShouldBeRefused(office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name }), StatusCode.FailedPrecondition, "SIGNED_IN_FUTURE");

        await Change(new() { Obligation = draft.Obligation }, "number");
        await ShouldBeRefused(office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name }), StatusCode.FailedPrecondition, "REPORT_INCOMPLETE");
    }

    [Fact]
    public async Task Is_refused_to_submit_while_Indicators_is_away()
    {
        var (_, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);
        reporting.Tables.Away = true;
        try
        {
            await ShouldBeRefused(office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name }), StatusCode.Unavailable, "INDICATORS_UNAVAILABLE");
        }
        finally
        {
            reporting.Tables.Away = false;
        }
    }

    [Fact]
    public async Task Is_refused_where_the_state_forbids_it()
    {
        var (_, round) = await office.Asks();
        var (writing, deciding) = (office.Writing(office.Health), office.Deciding(office.Focal));
        var name = (await office.Submits(office.Health, round)).Name;

        await ShouldBeRefused(writing.SubmitReportAsync(new() { Name = name }), StatusCode.FailedPrecondition, "REPORT_ALREADY_SUBMITTED");
        await deciding.ReturnReportAsync(new() { Name = name, Reason = "Thiếu." });
        await ShouldBeRefused(deciding.AcceptReportAsync(new() { Name = name }), StatusCode.FailedPrecondition, "REPORT_NOT_SUBMITTED");
        await ShouldBeRefused(deciding.ReturnReportAsync(new() { Name = name, Reason = "Thiếu." }), StatusCode.FailedPrecondition, "REPORT_NOT_SUBMITTED");
        await writing.SubmitReportAsync(new() { Name = name });
        await deciding.AcceptReportAsync(new() { Name = name });
        await ShouldBeRefused(writing.SubmitReportAsync(new() { Name = name }), StatusCode.FailedPrecondition, "REPORT_ALREADY_ACCEPTED");
        await ShouldBeRefused(deciding.AcceptReportAsync(new() { Name = name }), StatusCode.FailedPrecondition, "REPORT_ALREADY_ACCEPTED");
        await ShouldBeRefused(deciding.ReturnReportAsync(new() { Name = name, Reason = "Thiếu." }), StatusCode.FailedPrecondition, "REPORT_ALREADY_ACCEPTED");
    }

    [Fact]
    public async Task Is_refused_to_the_wrong_side()
    {
        var (_, round) = await office.Asks();
        var name = (await office.Submits(office.Health, round)).Name;

        await ShouldBeRefused(office.Deciding(office.Health).AcceptReportAsync(new() { Name = name }), StatusCode.PermissionDenied, "AGENCY_NOT_YOURS");
        await ShouldBeRefused(office.Deciding(office.Committee).ReturnReportAsync(new() { Name = name, Reason = "Thiếu." }), StatusCode.PermissionDenied, "AGENCY_NOT_YOURS");
        await ShouldBeRefused(office.Writing(office.Focal).SubmitReportAsync(new() { Name = name }), StatusCode.PermissionDenied, "AGENCY_NOT_YOURS");
        (await Refused.By(office.Writing(office.Focal).AcceptReportAsync(new() { Name = name }))).Code.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Is_refused_for_what_is_wrong_with_the_request()
    {
        var (_, round) = await office.Asks();
        var (writing, deciding) = (office.Writing(office.Health), office.Deciding(office.Focal));
        var (name, nobody) = ((await office.Submits(office.Health, round)).Name, $"reports/{Guid.CreateVersion7()}");

        await ShouldBeRefused(deciding.ReturnReportAsync(new() { Name = name }), StatusCode.InvalidArgument, "REASON_REQUIRED");
        await ShouldBeRefused(deciding.ReturnReportAsync(new() { Name = name, Reason = new('x', 2001) }), StatusCode.InvalidArgument, "FIELD_TOO_LONG");
        await ShouldBeRefused(deciding.ReturnReportAsync(new() { Name = name, Reason = "x", Etag = "v1" }), StatusCode.Aborted, "ETAG_MISMATCH");
        await ShouldBeRefused(deciding.AcceptReportAsync(new() { Name = name, Etag = "v1" }), StatusCode.Aborted, "ETAG_MISMATCH");
        await ShouldBeRefused(writing.SubmitReportAsync(new() { Name = name, Etag = "v1" }), StatusCode.Aborted, "ETAG_MISMATCH");
        await ShouldBeRefused(writing.SubmitReportAsync(new() { Name = nobody }), StatusCode.NotFound, "REPORT_NOT_FOUND");
        await ShouldBeRefused(deciding.ReturnReportAsync(new() { Name = nobody, Reason = "x" }), StatusCode.NotFound, "REPORT_NOT_FOUND");
        await ShouldBeRefused(deciding.AcceptReportAsync(new() { Name = nobody }), StatusCode.NotFound, "REPORT_NOT_FOUND");
        await ShouldBeRefused(deciding.GetReportAsync(new() { Name = "reports/1" }), StatusCode.InvalidArgument, "NAME_MALFORMED");
    }

    [Fact]
    public async Task Leaves_steps_and_submissions_that_nobody_can_change()
    {
        var (_, round) = await office.Asks();
        var report = await office.Submits(office.Health, round);

        await Should.ThrowAsync<Npgsql.PostgresException>(() => reporting.Ask<int>("delete from report_steps where report_id = @id", new { id = Id(report) }));
        await Should.ThrowAsync<Npgsql.PostgresException>(() => reporting.Ask<int>("update report_submissions set submission = 9 where report_id = @id", new { id = Id(report) }));
    }

    private static Guid Id(V1.Report report) => Guid.Parse(report.Name["reports/".Length..]);

    private async Task Change(V1.Report written, string field) =>
        await office.Writing(office.Health).DraftReportAsync(new() { Report = written, UpdateMask = new() { Paths = { field } } });

    private static async Task ShouldBeRefused(AsyncUnaryCall<V1.Report> call, StatusCode code, string reason)
    {
        var refused = await Refused.By(call);

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
