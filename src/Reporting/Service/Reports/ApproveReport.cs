using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.Reporting.Domain.Obligations;
using SocialPolicy.Reporting.Domain.Reports;

namespace SocialPolicy.Reporting.Service.Reports;

internal sealed partial class ReportService
{
    [AllowedTo(Role.Approver, Within = Sphere.Agency)]
    public override Task<V1.Report> ApproveReport(V1.ApproveReportRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var id = Names.Report.Parse(request.Name);
            var letter = new Letter(request.Number, request.Signer, request.SignedOn.ToDay("signed_on"));
            var (row, owed) = await work.RequireReport(id, side: found => found.AgencyId);
            Etag.MustMatch(request.Etag, row.Version);
            Check.Rule(new ExemptedObligationsAskForNothing(owed.ToObligation().State, owed.ExemptReason));
            var report = row.ToReport();
            report.Approve(letter, new(work.Caller.Subject, work.At), work.At.InVietnam(), approval.Needed);

            await work.Save(report);
            await work.KeepStep(report, row.AgencyId);
            work.Audit(request.Name);
            return await work.Show(report);
        });
}
