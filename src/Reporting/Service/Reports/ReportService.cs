using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Reporting.Domain.Reports;
using SocialPolicy.Reporting.Service.Obligations;

namespace SocialPolicy.Reporting.Service.Reports;

/// <summary>The life of a report; one file per RPC.</summary>
internal sealed partial class ReportService(Requests requests, IScorecards scorecards, ApprovalSetting approval, TimeProvider clock) : V1.ReportService.ReportServiceBase
{
    private const string OfObligation = "select * from obligations where id = @id";

    private const string OfReport = "select o.* from obligations o join reports r on r.obligation_id = o.id where r.id = @id";

    // Asked before the command, whose transaction must not wait for another service. Where there is nothing to pin for this caller
    // the command says why.
    private async Task<IReadOnlyList<PinnedLine>> LinesNow(string select, Guid id, ServerCallContext call)
    {
        var (row, own) = await requests.Read(call, async connection => (
            await connection.QuerySingleOrDefaultAsync<ObligationRow>(new(select, new { id }, cancellationToken: call.CancellationToken)),
            await connection.AgenciesOf(call.Caller(), clock.Today(), call.CancellationToken)));
        return row is not null && own.Contains(row.AgencyId)
            ? (await scorecards.Get(row.PlanId, row.Period, row.AgencyId, call.CancellationToken)).ToLines()
            : [];
    }
}
