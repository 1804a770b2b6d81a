using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Reporting.Service.Obligations;

namespace SocialPolicy.Reporting.Service.Reports;

internal sealed partial class ReportService
{
    [AllowedTo(Role.FocalOfficer, Within = Sphere.Agency)]
    public override Task<V1.Report> ReturnReport(V1.ReturnReportRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var id = Names.Report.Parse(request.Name);
            var (row, owed) = await work.RequireReport(id, side: found => found.ReceiverId);
            Etag.MustMatch(request.Etag, row.Version);
            var report = row.ToReport();
            report.Return(request.Reason);
            var obligation = owed.ToObligation().Returned();

            await work.Save(report);
            await work.KeepStep(report, row.ReceiverId, request.Reason);
            await work.Save(obligation);
            work.Announce(
                new ReportReturned(
                    id, obligation.Id, obligation.Version, row.PlanId, row.AgencyId, row.ReceiverId, report.Submissions, request.Reason),
                request.Name,
                report.Version);
            work.Audit(request.Name, $"submission {report.Submissions}");
            return await work.Show(report);
        });
}
