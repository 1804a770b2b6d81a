using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using State = SocialPolicy.Reporting.V1.Report.Types.State;

namespace SocialPolicy.Reporting.FunctionalTests.Reports;

/// <summary>Services of installations that ask for an approval, or for that of another person.</summary>
public sealed class AskingForAnApproval
{
    [Fact]
    public async Task Submits_what_is_approved_alone()
    {
        await In("required", async (reporting, office) =>
        {
            var (_, round) = await office.Asks();
            var draft = await office.Drafts(office.Health, round);
            await Refuses(office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name }).ResponseAsync, "REPORT_NOT_APPROVED");

            // Whoever prepared it may approve it, where he is an approver.
            await By(reporting, office, "officer-1").ApproveReportAsync(new() { Name = draft.Name });
            await office.Drafts(office.Health, round);
            await Refuses(office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name }).ResponseAsync, "REPORT_NOT_APPROVED");

            await By(reporting, office, "officer-1").ApproveReportAsync(new() { Name = draft.Name });
            await office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name });
            await office.Deciding(office.Focal).ReturnReportAsync(new() { Name = draft.Name, Reason = "Thiếu." });
            await Refuses(office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name }).ResponseAsync, "REPORT_NOT_APPROVED");
        });
    }

    [Fact]
    public async Task Knows_the_two_persons_by_subject_whoever_writes_on()
    {
        await In("by_another", async (reporting, office) =>
        {
            var (_, round) = await office.Asks();
            var draft = await office.Drafts(office.Health, round);
            var request = new V1.ApproveReportRequest { Name = draft.Name };
            await Refuses(By(reporting, office, "officer-1").ApproveReportAsync(request).ResponseAsync, "APPROVER_WROTE_IT");

            // The same words again make nobody the preparer, other words do; the first stays one who wrote.
            (await By(reporting, office, "helper").DraftReportAsync(new() { Report = draft })).Preparer.ShouldBe("officer-1");
            await Refuses(By(reporting, office, "officer-1").ApproveReportAsync(request).ResponseAsync, "APPROVER_WROTE_IT");
            var other = new V1.Report(draft) { Results = "Đã thực hiện xong." };
            (await By(reporting, office, "helper").DraftReportAsync(new() { Report = other })).Preparer.ShouldBe("helper");
            await Refuses(By(reporting, office, "officer-1").ApproveReportAsync(request).ResponseAsync, "APPROVER_WROTE_IT");
            await Refuses(By(reporting, office, "helper").ApproveReportAsync(request).ResponseAsync, "APPROVER_WROTE_IT");
            await Refuses(By(reporting, office, "helper").SubmitReportAsync(new() { Name = draft.Name }).ResponseAsync, "REPORT_NOT_APPROVED");

            await By(reporting, office, "head").ApproveReportAsync(request);
            (await By(reporting, office, "officer-1").SubmitReportAsync(new() { Name = draft.Name })).State.ShouldBe(State.Submitted);
        });
    }

    [Fact]
    public async Task Is_a_word_that_the_service_knows_or_keeps_it_from_starting()
    {
        var reporting = new Reporting("somebody");

        var refused = await Should.ThrowAsync<InvalidOperationException>(reporting.InitializeAsync);

        refused.Message.ShouldBe("APPROVAL_UNKNOWN: Reports:Approval is 'somebody'; it is one of none, required, by_another.");
        await reporting.DisposeAsync();
    }

    private static async Task In(string approval, Func<Reporting, Office, Task> act)
    {
        var reporting = new Reporting(approval);
        try
        {
            await reporting.InitializeAsync();
            reporting.ItIs(2026, 11, 2);
            await act(reporting, new Office(reporting));
        }
        finally
        {
            await reporting.DisposeAsync();
        }
    }

    // The same program for all: it is the person that counts.
    private static V1.ReportService.ReportServiceClient By(Reporting reporting, Office office, string subject) =>
        new(reporting.As(subject, office.Health.Codes[0], Role.Approver, Role.ReportingOfficer));

    private static async Task Refuses(Task<V1.Report> call, string reason) => (await Refused.By(() => call)).Reason.ShouldBe(reason);
}
