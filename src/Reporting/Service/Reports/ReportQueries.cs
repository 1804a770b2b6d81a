using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Obligations;
using SocialPolicy.Reporting.Domain.Reports;
using SocialPolicy.Reporting.Service.Obligations;

namespace SocialPolicy.Reporting.Service.Reports;

/// <summary>Reports as callers see them: a draft of another agency is as if it did not exist.</summary>
internal static class ReportQueries
{
    /// <summary>Throws REPORT_NOT_FOUND.</summary>
    public static async Task<V1.Report> Show(this NpgsqlConnection connection, Guid id, Caller caller, CancellationToken ct)
    {
        var row = await connection.QuerySingleOrDefaultAsync<ReportRow>(new("select * from reports where id = @id", new { id }, cancellationToken: ct));
        var own = await connection.AgenciesOf(caller, ct);
        Check.Rule(new ReportsAreThere(id, row is not null && row.IsSeenBy(own)));
        var steps = await connection.QueryAsync<StepRow>(
            new("select * from report_steps where report_id = @id order by version", new { id }, cancellationToken: ct));
        return row!.ToContract(steps);
    }

    /// <summary>What a command answers with.</summary>
    public static Task<V1.Report> Show(this Work work, Report report) => work.Connection.Show(report.Id, work.Caller, work.Cancellation);

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

        var own = await work.Connection.AgenciesOf(work.Caller, work.Cancellation);
        Check.Rule(new ReportsAreThere(id, report.IsSeenBy(own)));
        Check.Rule(new CallersActForTheirAgencies(AgencyNames.Pattern.Of(side(report)), await work.MayActFor(side(report), owed, own)));
        return (report, owed);
    }

    /// <summary>
    /// Whether a caller with these agencies may act for one of the two sides of an obligation. A report that came back to an agency
    /// that has ended is put right by its only heir.
    /// </summary>
    public static async Task<bool> MayActFor(this Work work, Guid side, ObligationRow obligation, IReadOnlySet<Guid> own) =>
        own.Contains(side) || (obligation.ToObligation().State is ObligationState.Returned
            && await work.Connection.StandsFor(side, work.At.InVietnam(), work.Cancellation) is { } heir && own.Contains(heir.Id));

    private static bool IsSeenBy(this ReportRow row, IReadOnlySet<Guid> own) => row.State != "draft" || own.Contains(row.AgencyId);
}
