using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Alignment;

namespace SocialPolicy.PlanRegistry.Service.Alignment;

/// <summary>What was accepted, and withdrawn. Rows are added and never changed.</summary>
internal static class AcceptanceStorage
{
    private const string SelectAcceptances = """
        select a.*, w.reason as withdraw_reason, w.actor as withdrawn_by, w.withdrawn_at
        from finding_acceptances a left join withdrawn_acceptances w on w.acceptance_id = a.id
        """;

    private const string OfPlans = $"{SelectAcceptances} where a.plan_id = @plan and a.superior_id = @superior order by a.accepted_at desc, a.id desc";

    private const string OfId = $"{SelectAcceptances} where a.id = @id and a.plan_id = @plan";

    private const string Insert = """
        insert into finding_acceptances (id, plan_id, superior_id, kind, rule, superior_target_id, target_id, fingerprint, reason, actor, accepted_at)
        values (@Id, @PlanId, @SuperiorId, @Kind, @Rule, @SuperiorTargetId, @TargetId, @Fingerprint, @Reason, @Actor, @AcceptedAt)
        """;

    private const string InsertWithdrawal =
        "insert into withdrawn_acceptances (acceptance_id, reason, actor, withdrawn_at) values (@id, @reason, @Subject, @At)";

    public static async Task<IReadOnlyList<AcceptanceRow>> AcceptancesOf(this NpgsqlConnection connection, Guid plan, Guid superior, CancellationToken ct) =>
        (await connection.QueryAsync<AcceptanceRow>(new(OfPlans, new { plan, superior }, cancellationToken: ct))).AsList();

    /// <summary>Who decides on findings of a plan does so alone until this work ends; the plan itself is not touched.</summary>
    public static Task HoldFindings(this Work work, Guid plan) =>
        work.Connection.ExecuteAsync(work.Sql("select pg_advisory_xact_lock(hashtextextended('findings of ' || @plan::text, 0))", new { plan }));

    public static Task<AcceptanceRow?> FindAcceptance(this Work work, Guid plan, Guid id) =>
        work.Connection.QuerySingleOrDefaultAsync<AcceptanceRow>(work.Sql(OfId, new { plan, id }));

    public static async Task<AcceptanceRow> Accept(this Work work, AlignmentCheck check, Finding finding, string reason)
    {
        var row = new AcceptanceRow
        {
            Id = Guid.CreateVersion7(work.At),
            PlanId = check.Plan,
            SuperiorId = check.Superior,
            Kind = Words.Of(finding.Kind),
            Rule = finding.Rule,
            SuperiorTargetId = finding.Superior.Id,
            TargetId = finding.Subordinate?.Id,
            Fingerprint = finding.Fingerprint,
            Reason = reason,
            Actor = work.Caller.Subject,
            AcceptedAt = work.At,
        };
        await work.Connection.ExecuteAsync(work.Sql(Insert, row));
        return row;
    }

    public static Task Withdraw(this Work work, Guid id, string reason) =>
        work.Connection.ExecuteAsync(work.Sql(InsertWithdrawal, new { id, reason, work.Caller.Subject, work.At }));
}
