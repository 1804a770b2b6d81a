using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Reporting.Service.Obligations;

namespace SocialPolicy.Reporting.Service.Reports;

internal sealed partial class ReportService
{
    [AllowedTo(Role.FocalOfficer, Within = Sphere.Agency)]
    public override Task<V1.Report> AcceptReport(V1.AcceptReportRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var id = Names.Report.Parse(request.Name);
            var (row, owed) = await work.RequireReport(id, side: found => found.ReceiverId);
            Etag.MustMatch(request.Etag, row.Version);
            var report = row.ToReport();
            report.Accept();
            var obligation = owed.ToObligation().Settled(work.At);

            await work.Save(report);
            await work.KeepStep(report, row.ReceiverId);
            await work.Save(obligation);
            work.Announce(
                new ReportAccepted(id, obligation.Id, obligation.Version, row.PlanId, row.AgencyId, row.ReceiverId, report.Submissions),
                request.Name,
                report.Version);
            work.Announce(obligation.ToSettled(), Names.Obligation.Of(obligation.Id), obligation.Version);
            work.Audit(request.Name, $"submission {report.Submissions}");
            return await work.Show(report);
        });
}
