using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Obligations;
using SocialPolicy.Reporting.Domain.Reports;
using SocialPolicy.Reporting.Service.Obligations;

namespace SocialPolicy.Reporting.Service.Reports;

internal sealed partial class ReportService
{
    private const long NoReport = 0;

    [AllowedTo(Role.ReportingOfficer, Role.Approver, Within = Sphere.Agency)]
    public override async Task<V1.Report> DraftReport(V1.DraftReportRequest request, ServerCallContext call)
    {
        var written = request.Report ?? new V1.Report();
        var id = Names.Obligation.Parse(written.Obligation, "report.obligation");
        var lines = await LinesNow(OfObligation, id, call);

        return await requests.Once(request, call, async work =>
        {
            var obligation = await work.RequireObligation(id);
            Check.Rule(new ObligationsAreIssued(id, await work.Sees(obligation)));
            await work.MustActFor(obligation.AgencyId, AgencyNames.Pattern.Of(obligation.AgencyId));

            Check.Rule(new ExemptedObligationsAskForNothing(obligation.ToObligation().State, obligation.ExemptReason));
            var row = await work.ReportOf(obligation);
            Etag.MustMatch(request.Etag, row?.Version ?? NoReport);
            var content = row?.ToReport().Content ?? ReportContent.Empty;
            var changed = content.Take(written.ToContent(), request.UpdateMask?.Paths.Distinct().ToList() ?? []);
            var report = row is null ? await Begin(obligation, changed, lines, work) : await Change(row, changed, lines, work);
            work.Audit(Names.Report.Of(report.Id));
            return await work.Show(report);
        });
    }

    private static async Task<Report> Begin(ObligationRow obligation, ReportContent content, IReadOnlyList<PinnedLine> lines, Work work)
    {
        var report = Report.Draft(Guid.CreateVersion7(), content, lines, work.Caller.Subject);
        await work.Insert(report, obligation.Id);
        await work.KeepStep(report, obligation.AgencyId);
        await work.Save(obligation.ToObligation().Answered(report.Id));
        return report;
    }

    private static async Task<Report> Change(ReportRow row, ReportContent content, IReadOnlyList<PinnedLine> lines, Work work)
    {
        var report = row.ToReport();
        var before = report.State;
        report.Change(content, lines, work.Caller.Subject);
        await work.Save(report);
        if (report.State != before)
            await work.KeepStep(report, row.AgencyId);
        return report;
    }
}
