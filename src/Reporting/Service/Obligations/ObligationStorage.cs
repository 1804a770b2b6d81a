using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Reporting.Domain.Obligations;
using SocialPolicy.Reporting.Domain.Rounds;
using SocialPolicy.Reporting.Service.Storage;

namespace SocialPolicy.Reporting.Service.Obligations;

/// <summary>What commands load and save.</summary>
internal static class ObligationStorage
{
    private const string InsertAll = """
        insert into obligations (id, version, round_id, duty_id, plan_id, agency_id, receiver_id, period, due, late_after,
            requested, own_contribution, in_place_of, state, issued_at, updated_at)
        select id, version, round_id, @DutyId, plan_id, agency_id, receiver_id, @Period, due, late_after,
            requested, own_contribution, in_place_of, 'owed', @At, @At
        from jsonb_to_recordset(@Rows::jsonb) as t (id uuid, version bigint, round_id uuid, plan_id uuid, agency_id uuid,
            receiver_id uuid, due date, late_after date, requested bool, own_contribution bool, in_place_of uuid[])
        """;

    private const string Update = """
        update obligations set version = @Version, state = @State, submitted_on = @SubmittedOn, report_id = @ReportId,
            settled_at = @SettledAt, exempted_at = @ExemptedAt, exempt_reason = @ExemptReason,
            receiver_id = @ReceiverId, own_contribution = @OwnContribution, due = @Due, late_after = @LateAfter, in_place_of = @InPlaceOf, updated_at = @At
        where id = @Id
        """;

    public static Task Insert(this Work work, IReadOnlyList<Obligation> obligations, Round round) => work.Connection.ExecuteAsync(
        work.Sql(InsertAll, new { round.DutyId, Period = round.Period.ToString(), work.At, Rows = RowJson.Write(obligations) }));

    /// <summary>The obligation, held against other commands until this one ends. Who needs its report too takes it after this.</summary>
    public static async Task<ObligationRow> RequireObligation(this Work work, Guid id)
    {
        var row = await work.Hold<ObligationRow>("select * from obligations where id = @id for update", new { id });
        Check.Rule(new ObligationsAreIssued(id, row is not null));
        return row!;
    }

    /// <summary>Whether it is there for the caller: those who owe, who receive, and who are above the two.</summary>
    public static Task<bool> Sees(this Work work, ObligationRow row) =>
        work.Connection.Reaches(work.Caller, [row.AgencyId, row.ReceiverId], work.At.InVietnam(), work.Cancellation);

    public static Task Save(this Work work, Obligation obligation) => work.Connection.ExecuteAsync(work.Sql(Update, new
    {
        obligation.Id,
        obligation.Version,
        State = Words.Of(obligation.State),
        obligation.SubmittedOn,
        obligation.ReportId,
        obligation.SettledAt,
        obligation.ExemptedAt,
        obligation.ExemptReason,
        obligation.ReceiverId,
        obligation.OwnContribution,
        obligation.Due,
        obligation.LateAfter,
        InPlaceOf = obligation.InPlaceOf.ToArray(),
        work.At,
    }));
}
