using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Reporting.Domain.Reports;
using SocialPolicy.Reporting.Service.Obligations;
using SocialPolicy.Reporting.Service.Storage;

namespace SocialPolicy.Reporting.Service.Reports;

/// <summary>What commands load and save.</summary>
internal static class ReportStorage
{
    private const string InsertReport = """
        insert into reports (id, version, obligation_id, round_id, plan_id, agency_id, receiver_id, period, state, number, signer,
            signed_on, results, difficulties, proposals, nil, lines, submission_count, written_by, created_at, updated_at)
        select @Id, @Version, id, round_id, plan_id, agency_id, receiver_id, period, @State, @Number, @Signer,
            @SignedOn, @Results, @Difficulties, @Proposals, @Nil, @Lines::jsonb, @Submissions, @Writers, @At, @At
        from obligations where id = @obligation
        """;

    private const string UpdateReport = """
        update reports set version = @Version, state = @State, number = @Number, signer = @Signer, signed_on = @SignedOn,
            results = @Results, difficulties = @Difficulties, proposals = @Proposals, nil = @Nil, lines = @Lines::jsonb,
            submission_count = @Submissions, written_by = @Writers, approved_by = @ApprovedBy, approved_at = @ApprovedAt, updated_at = @At
        where id = @Id
        """;

    // What came back and is taken out of its approval is back for the reason it came back for.
    private const string InsertStep = """
        insert into report_steps (report_id, version, state, actor, agency_id, at, reason)
        values (@Id, @Version, @State, @Subject, @agency, @At, coalesce(@reason,
            (select reason from report_steps where report_id = @Id and state = 'returned' and @State = 'returned' order by version desc limit 1)))
        """;

    private const string InsertSubmission = """
        insert into report_submissions (report_id, submission, content, lines, submitted_at)
        values (@Id, @Submissions, @Content::jsonb, @Lines::jsonb, @At)
        """;

    /// <summary>The report of an obligation that is held already; null before a draft.</summary>
    public static Task<ReportRow?> ReportOf(this Work work, ObligationRow obligation) => work.Hold<ReportRow>(
        "select * from reports where obligation_id = @Id for update", new { obligation.Id });

    public static Task Insert(this Work work, Report report, Guid obligation)
    {
        var columns = new DynamicParameters(Columns(report, work));
        columns.Add("obligation", obligation);
        return work.Connection.ExecuteAsync(work.Sql(InsertReport, columns));
    }

    public static Task Save(this Work work, Report report) => work.Connection.ExecuteAsync(work.Sql(UpdateReport, Columns(report, work)));

    /// <summary>Who led the report to the state it is in now, for which agency, and why.</summary>
    public static Task KeepStep(this Work work, Report report, Guid agency, string? reason = null) => work.Connection.ExecuteAsync(work.Sql(
        InsertStep,
        new { report.Id, report.Version, State = Words.Of(report.State), work.Caller.Subject, agency, work.At, reason }));

    /// <summary>The submission, whole, as the receiver gets it.</summary>
    public static Task KeepSubmission(this Work work, Report report) => work.Connection.ExecuteAsync(work.Sql(
        InsertSubmission,
        new { report.Id, report.Submissions, Content = RowJson.Write(report.Content), Lines = RowJson.Write(report.Lines), work.At }));

    private static object Columns(Report report, Work work) => new
    {
        report.Id,
        report.Version,
        State = Words.Of(report.State),
        report.Content.Number,
        report.Content.Signer,
        report.Content.SignedOn,
        report.Content.Results,
        report.Content.Difficulties,
        report.Content.Proposals,
        report.Content.Nil,
        Lines = RowJson.Write(report.Lines),
        report.Submissions,
        Writers = report.Writers.ToArray(),
        ApprovedBy = report.Approval?.By,
        ApprovedAt = report.Approval?.At,
        work.At,
    };
}
