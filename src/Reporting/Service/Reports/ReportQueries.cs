using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Reports;
using SocialPolicy.Reporting.Service.Obligations;

namespace SocialPolicy.Reporting.Service.Reports;

/// <summary>Reports as callers see them: what another agency has not submitted is as if it did not exist.</summary>
internal static class ReportQueries
{
    /// <summary>Throws REPORT_NOT_FOUND.</summary>
    public static async Task<V1.Report> Show(this NpgsqlConnection connection, Guid id, Caller caller, DateOnly on, CancellationToken ct)
    {
        var row = await connection.QuerySingleOrDefaultAsync<ReportRow>(new("select * from reports where id = @id", new { id }, cancellationToken: ct));
        Check.Rule(new ReportsAreThere(id, row is not null && await connection.Sees(caller, row, on, ct)));
        var steps = await connection.QueryAsync<StepRow>(
            new("select * from report_steps where report_id = @id order by version", new { id }, cancellationToken: ct));
        return row!.ToContract(steps);
    }

    /// <summary>What a command answers with.</summary>
    public static Task<V1.Report> Show(this Work work, Report report) => work.Connection.Show(report.Id, work.Caller, work.At.InVietnam(), work.Cancellation);

    /// <summary>
    /// The report with its obligation, both held until this work ends: first the obligation, as everybody does. Throws
    /// REPORT_NOT_FOUND, and AGENCY_NOT_YOURS unless the caller may act for the side the command belongs to.
    /// </summary>
    public static async Task<(ReportRow Report, ObligationRow Obligation)> RequireReport(this Work work, Guid id, Func<ReportRow, Guid> side)
    {
        var obligation = await work.Connection.QuerySingleOrDefaultAsync<Guid?>(work.Sql("select obligation_id from reports where id = @id", new { id }));
        Check.Rule(new ReportsAreThere(id, obligation is not null));
        var owed = await work.RequireObligation(obligation!.Value);
        var report = (await work.ReportOf(owed))!;

        Check.Rule(new ReportsAreThere(id, await work.Connection.Sees(work.Caller, report, work.At.InVietnam(), work.Cancellation)));
        await work.MustActFor(side(report), AgencyNames.Pattern.Of(side(report)));
        return (report, owed);
    }

    // What was never submitted is its own agency's; what was is also the receiver's, and of those above the two.
    private static Task<bool> Sees(this NpgsqlConnection connection, Caller caller, ReportRow row, DateOnly on, CancellationToken ct) => row.SubmissionCount == 0
        ? connection.ActsFor(caller, [row.AgencyId], on, ct)
        : connection.Reaches(caller, [row.AgencyId, row.ReceiverId], on, ct);
}
