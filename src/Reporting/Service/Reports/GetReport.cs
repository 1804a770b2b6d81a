using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;

namespace SocialPolicy.Reporting.Service.Reports;

internal sealed partial class ReportService
{
    [AllowedToAnyCaller]
    public override Task<V1.Report> GetReport(V1.GetReportRequest request, ServerCallContext call)
    {
        var id = Names.Report.Parse(request.Name);
        return requests.Read(call, connection => connection.Show(id, call.Caller(), clock.Today(), call.CancellationToken));
    }
}
