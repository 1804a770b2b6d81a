using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using State = SocialPolicy.Reporting.V1.Report.Types.State;

namespace SocialPolicy.Reporting.FunctionalTests.Reports;

/// <summary>Where the installation asks for nobody's approval: a report may be approved all the same.</summary>
[Collection(nameof(Reporting))]
public sealed class ApprovingAReport
{
    private readonly Reporting reporting;
    private readonly Office office;

    public ApprovingAReport(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        reporting.ItIs(2026, 11, 2);
    }

    [Fact]
    public async Task Says_who_wrote_and_who_approved_and_when()
    {
        var (_, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);

        var approved = await By("approver-1").ApproveReportAsync(new() { Name = draft.Name, Etag = draft.Etag });

        (approved.State, approved.Preparer, approved.Approver).ShouldBe((State.Approved, "officer-1", "approver-1"));
        approved.ApproveTime.ToDateTimeOffset().ShouldBe(reporting.Clock.GetUtcNow());
        approved.Etag.ShouldNotBe(draft.Etag);
        approved.Steps.Select(step => (step.State, step.Actor)).ShouldBe([(State.Draft, "officer-1"), (State.Approved, "approver-1")]);
        (await office.Writing(office.Health).GetReportAsync(new() { Name = draft.Name })).ShouldBe(approved);
        (await office.Writing(office.Health).ListReportsAsync(new() { Round = round.Name, State = State.Approved })).Reports.ShouldHaveSingleItem().Approver.ShouldBe("approver-1");
    }

    [Fact]
    public async Task Gives_the_letter_its_number_signer_and_day()
    {
        var (_, round) = await office.Asks();
        var draft = await office.Writing(office.Health).DraftReportAsync(
            new() { Report = new() { Obligation = (await office.ObligationOf(office.Health, round)).Name, Results = "Đã thực hiện." } });
        await Refuses("approver-1", new() { Name = draft.Name }, StatusCode.FailedPrecondition, "REPORT_INCOMPLETE");
        await Refuses("approver-1", Letter(draft, day: 3), StatusCode.FailedPrecondition, "SIGNED_IN_FUTURE");

        var approved = await By("approver-1").ApproveReportAsync(Letter(draft, day: 2));

        (approved.Number, approved.Signer, approved.SignedOn.Day, approved.Preparer).ShouldBe(("9/BC-SYT", "Trần Thị B", 2, "officer-1"));
    }

    [Fact]
    public async Task Leaves_it_hidden_from_everyone_else_until_it_is_submitted()
    {
        var (_, round) = await office.Asks();
        var name = (await office.Drafts(office.Health, round)).Name;
        await By("approver-1").ApproveReportAsync(new() { Name = name });

        (await Refused.By(office.Deciding(office.Focal).GetReportAsync(new() { Name = name }))).Reason.ShouldBe("REPORT_NOT_FOUND");
        (await office.Deciding(office.Focal).ListReportsAsync(new() { Round = round.Name })).Reports.ShouldBeEmpty();

        var submitted = await office.Writing(office.Health).SubmitReportAsync(new() { Name = name });

        (submitted.State, submitted.Approver).ShouldBe((State.Submitted, "approver-1"));
        (await office.Deciding(office.Focal).GetReportAsync(new() { Name = name })).ShouldBe(submitted);
    }

    [Fact]
    public async Task Hands_over_the_values_that_were_approved()
    {
        var (plan, round) = await office.Asks();
        var target = Guid.CreateVersion7();
        reporting.Tables.Set(plan.PlanId, "2026", office.Health.AgencyId, target, "2.9");
        var name = (await office.Drafts(office.Health, round)).Name;
        await By("approver-1").ApproveReportAsync(new() { Name = name });
        reporting.Tables.Set(plan.PlanId, "2026", office.Health.AgencyId, target, "2.8");

        (await office.Writing(office.Health).SubmitReportAsync(new() { Name = name })).Lines.ShouldHaveSingleItem().Value.ShouldBe("2.9");
    }

    [Fact]
    public async Task Is_taken_back_by_a_change_and_stays_in_the_steps()
    {
        var (_, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);
        await By("approver-1").ApproveReportAsync(new() { Name = draft.Name });

        var changed = await By("officer-2").DraftReportAsync(
            new() { Report = new() { Obligation = draft.Obligation, Number = "126/BC-SYT" }, UpdateMask = new() { Paths = { "number" } } });

        (changed.State, changed.Preparer, changed.Approver, changed.ApproveTime).ShouldBe((State.Draft, "officer-2", "", null));
        changed.Steps.Select(step => (step.State, step.Actor)).ShouldBe([(State.Draft, "officer-1"), (State.Approved, "approver-1"), (State.Draft, "officer-2")]);
    }

    [Fact]
    public async Task Begins_again_when_the_report_comes_back()
    {
        var (_, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);
        await By("approver-1").ApproveReportAsync(new() { Name = draft.Name });
        await office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name });

        var returned = await office.Deciding(office.Focal).ReturnReportAsync(new() { Name = draft.Name, Reason = "Thiếu biểu số 2." });
        (returned.Approver, returned.ApproveTime).ShouldBe(("", null));

        await By("approver-2").ApproveReportAsync(new() { Name = draft.Name });
        var changed = await office.Drafts(office.Health, round);

        changed.State.ShouldBe(State.Returned);
        changed.Steps[^1].ShouldSatisfyAllConditions(step => (step.State, step.Actor, step.Reason).ShouldBe((State.Returned, "officer-1", "Thiếu biểu số 2.")));
        (await office.Deciding(office.Focal).GetReportAsync(new() { Name = draft.Name })).ShouldBe(changed);
    }

    [Fact]
    public async Task Gives_one_answer_to_one_request_and_stores_nothing_when_it_only_checks()
    {
        var (_, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);
        var request = new V1.ApproveReportRequest { Name = draft.Name, RequestId = $"{Guid.CreateVersion7()}" };

        (await By("approver-1").ApproveReportAsync(new() { Name = draft.Name, ValidateOnly = true })).State.ShouldBe(State.Approved);
        (await office.Writing(office.Health).GetReportAsync(new() { Name = draft.Name })).ShouldBe(draft);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => By("approver-1").ApproveReportAsync(request).ResponseAsync));
        answers.Distinct().ShouldHaveSingleItem().Steps.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Counts_once_though_several_approve_at_the_same_moment(bool knowTheVersion)
    {
        var (_, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            Outcome(By($"approver-{number}").ApproveReportAsync(new() { Name = draft.Name, Etag = knowTheVersion ? draft.Etag : "" }))));

        outcomes.Count(outcome => outcome is "Approved").ShouldBe(1);
        outcomes.Count(outcome => outcome == (knowTheVersion ? "ETAG_MISMATCH" : "REPORT_ALREADY_APPROVED")).ShouldBe(5);
    }

    [Fact]
    public async Task Never_approves_what_is_changed_at_the_same_moment()
    {
        var (_, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);
        var change = new V1.DraftReportRequest { Report = new() { Obligation = draft.Obligation, Results = "Khác." }, UpdateMask = new() { Paths = { "results" } }, Etag = draft.Etag };

        var outcomes = await Task.WhenAll(
            Outcome(By("approver-1").ApproveReportAsync(new() { Name = draft.Name, Etag = draft.Etag })), Outcome(By("officer-2").DraftReportAsync(change)));

        outcomes.ShouldContain("ETAG_MISMATCH");
        var report = await office.Writing(office.Health).GetReportAsync(new() { Name = draft.Name });
        (report.State is State.Approved).ShouldBe(report.Results == draft.Results);
    }

    [Fact]
    public async Task Is_refused_where_the_state_forbids_it()
    {
        var (_, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);
        var request = new V1.ApproveReportRequest { Name = draft.Name };

        await Refuses("approver-1", new() { Name = draft.Name, Etag = "v9" }, StatusCode.Aborted, "ETAG_MISMATCH");
        await By("approver-1").ApproveReportAsync(request);
        await Refuses("approver-2", request, StatusCode.FailedPrecondition, "REPORT_ALREADY_APPROVED");
        await office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name });
        await Refuses("approver-1", request, StatusCode.FailedPrecondition, "REPORT_ALREADY_SUBMITTED");
        await office.Deciding(office.Focal).AcceptReportAsync(new() { Name = draft.Name });
        await Refuses("approver-1", request, StatusCode.FailedPrecondition, "REPORT_ALREADY_ACCEPTED");
    }

    [Fact]
    public async Task Is_refused_for_what_is_wrong_with_the_request_and_to_others()
    {
        var (_, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);

        await Refuses("approver-1", new() { Name = "reports/1" }, StatusCode.InvalidArgument, "NAME_MALFORMED");
        await Refuses("approver-1", new() { Name = $"reports/{Guid.CreateVersion7()}" }, StatusCode.NotFound, "REPORT_NOT_FOUND");
        await Refuses("approver-1", new() { Name = draft.Name, Signer = new('A', 201) }, StatusCode.InvalidArgument, "FIELD_TOO_LONG");
        await Refuses("approver-1", new() { Name = draft.Name, SignedOn = new() { Year = 2026, Month = 2, Day = 30 } }, StatusCode.InvalidArgument, "DATE_INVALID");
        (await Refused.By(office.Writing(office.Health).ApproveReportAsync(new() { Name = draft.Name }))).Reason.ShouldBe("CALLER_NOT_ALLOWED");
        var elsewhere = new V1.ReportService.ReportServiceClient(reporting.As("approver-9", office.Focal.Codes[0], Role.Approver));
        (await Refused.By(elsewhere.ApproveReportAsync(new() { Name = draft.Name }))).Reason.ShouldBe("REPORT_NOT_FOUND");
        await office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name });
        (await Refused.By(elsewhere.ApproveReportAsync(new() { Name = draft.Name }))).Reason.ShouldBe("AGENCY_NOT_YOURS");
    }

    private V1.ReportService.ReportServiceClient By(string subject) =>
        new(reporting.As(subject, office.Health.Codes[0], subject.StartsWith("approver", StringComparison.Ordinal) ? Role.Approver : Role.ReportingOfficer));

    private static V1.ApproveReportRequest Letter(V1.Report draft, int day) =>
        new() { Name = draft.Name, Number = "9/BC-SYT", Signer = "Trần Thị B", SignedOn = new() { Year = 2026, Month = 11, Day = day } };

    private static async Task<string> Outcome(AsyncUnaryCall<V1.Report> call)
    {
        try
        {
            return (await call).State.ToString();
        }
        catch (RpcException refused)
        {
            return Refused.Of(refused).Reason;
        }
    }

    private async Task Refuses(string subject, V1.ApproveReportRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(By(subject).ApproveReportAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
