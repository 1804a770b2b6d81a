using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Reporting.Domain.Obligations;
using SocialPolicy.Reporting.Service.Obligations;

namespace SocialPolicy.Reporting.Service.Reports;

internal sealed partial class ReportService
{
    [AllowedTo(Role.ReportingOfficer, Role.Approver, Within = Sphere.Agency)]
    public override async Task<V1.Report> SubmitReport(V1.SubmitReportRequest request, ServerCallContext call)
    {
        var id = Names.Report.Parse(request.Name);
        var lines = await LinesNow(OfReport, id, call);

        return await requests.Once(request, call, async work =>
        {
            var (row, owed) = await work.RequireReport(id, side: found => found.AgencyId);
            Etag.MustMatch(request.Etag, row.Version);
            Check.Rule(new ExemptedObligationsAskForNothing(owed.ToObligation().State, owed.ExemptReason));
            var today = work.At.InVietnam();
            var report = row.ToReport();
            report.Submit(lines, today, approval.Needed);
            var obligation = owed.ToObligation().Submitted(today);

            await work.Save(report);
            await work.KeepStep(report, row.AgencyId);
            await work.KeepSubmission(report);
            await work.Save(obligation);
            work.Announce(
                new ReportSubmitted(id, obligation.Id, obligation.Version, row.PlanId, row.AgencyId, row.ReceiverId, report.Submissions),
                request.Name,
                report.Version);
            work.Audit(request.Name, $"submission {report.Submissions}");
            return await work.Show(report);
        });
    }
}
