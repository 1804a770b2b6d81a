using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Reporting.Domain.Obligations;
using SocialPolicy.Reporting.Domain.Rounds;
using SocialPolicy.Reporting.Service.Obligations;
using SocialPolicy.Reporting.Service.Storage;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>Keeps what has become of a round that was open, and tells of it.</summary>
internal static class FollowingStorage
{
    private const string Move = """
        update rounds set due = @Due, due_rule = @DueRule, due_why = @DueWhy, due_why_vi = @DueWhyVi, late_after = @LateAfter,
            cutoff = @Cutoff, cutoff_rule = @CutoffRule, cutoff_why = @CutoffWhy, cutoff_why_vi = @CutoffWhyVi, estimate = @Estimate, receiver_id = @ReceiverId
        where id = @Id
        """;

    // A report goes where its obligation goes; one that is accepted stays with who accepted it.
    private const string MoveReport = "update reports set receiver_id = @ReceiverId where obligation_id = @Id and state <> 'accepted' and receiver_id <> @ReceiverId";

    private const string Turn = """
        insert into obligation_turns (obligation_id, version, state, reason, due, receiver_id, at)
        select id, version, state, exempt_reason, due, receiver_id, @At
        from jsonb_to_recordset(@rows::jsonb) as t (id uuid, version bigint, state text, exempt_reason text, due date, receiver_id uuid)
        """;

    public static async Task Keep(this Work work, Following following)
    {
        if (following.Moved)
            await work.Connection.ExecuteAsync(work.Sql(Move, RoundStorage.Columns(following.Round, work.At)));
        foreach (var exempted in following.Exempted)
        {
            await work.Save(exempted);
            work.Announce(exempted.ToExempted(), Names.Obligation.Of(exempted.Id), exempted.Version);
        }

        foreach (var (rescheduled, before) in following.Rescheduled)
        {
            await work.Save(rescheduled);
            await work.Connection.ExecuteAsync(work.Sql(MoveReport, new { rescheduled.Id, rescheduled.ReceiverId }));
            work.Announce(rescheduled.ToRescheduled(before, following.Round), Names.Obligation.Of(rescheduled.Id), rescheduled.Version);
        }

        await work.Remember([.. following.Exempted, .. following.Rescheduled.Select(one => one.Obligation)]);
    }

    private static Task Remember(this Work work, IReadOnlyCollection<Obligation> turned) => turned.Count == 0 ? Task.CompletedTask : work.Connection.ExecuteAsync(
        work.Sql(Turn, new { work.At, rows = RowJson.Write(turned.Select(one => new { one.Id, one.Version, State = Words.Of(one.State), one.ExemptReason, one.Due, one.ReceiverId })) }));
}
