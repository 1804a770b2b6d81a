using System.Text.Json;
using Dapper;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.Reporting.V1;

namespace SocialPolicy.Notifications.Service.Messaging;

/// <summary>Keeps where obligations stand, in whatever order it is heard.</summary>
internal static class OwedStorage
{
    private const string Issue = """
        insert into owed as known (obligation_id, obligation_version, state, round_id, plan_id, plan_number, plan_title, agency_id, receiver_id,
            requested, own_contribution, content, period, due, due_explanation, letter_number, issued_on)
        select obligation_id, obligation_version, 'owed', @RoundId, @PlanId, @PlanNumber, @PlanTitle, agency_id, @ReceiverId,
            requested, own_contribution, @Content, @Period, @Due, @DueExplanation, @LetterNumber, @issuedOn
        from jsonb_to_recordset(@rows::jsonb) as t (obligation_id uuid, obligation_version bigint, agency_id uuid, requested bool, own_contribution bool)
        on conflict (obligation_id) do update set round_id = excluded.round_id, plan_id = excluded.plan_id, plan_number = excluded.plan_number,
            plan_title = excluded.plan_title, agency_id = excluded.agency_id, receiver_id = coalesce(known.moved_receiver_id, excluded.receiver_id),
            requested = excluded.requested, own_contribution = coalesce(known.moved_own_contribution, excluded.own_contribution), content = excluded.content,
            period = excluded.period, due = coalesce(known.moved_due, excluded.due), due_explanation = coalesce(known.moved_explanation, excluded.due_explanation),
            letter_number = excluded.letter_number, issued_on = excluded.issued_on
        """;

    // How often it was submitted, and why it came back, also when a later fact was heard first.
    private const string Change = """
        insert into owed as known (obligation_id, obligation_version, state, submission, return_reason)
        values (@obligation, @version, @state, @submission, @reason)
        on conflict (obligation_id) do update set obligation_version = greatest(known.obligation_version, excluded.obligation_version),
            state = case when known.obligation_version < excluded.obligation_version then excluded.state else known.state end,
            submission = greatest(known.submission, excluded.submission),
            return_reason = case when known.obligation_version < excluded.obligation_version then coalesce(excluded.return_reason, known.return_reason)
                else coalesce(known.return_reason, excluded.return_reason) end
        """;

    // A day that moved before its issue was heard of waits for the issue, which says the rest.
    private const string Move = """
        insert into owed as known (obligation_id, obligation_version, state, moved_on, moved_due, moved_explanation, moved_receiver_id, moved_own_contribution)
        values (@ObligationId, @ObligationVersion, @State, @movedOn, @Due, @DueExplanation, @ReceiverId, @OwnContribution)
        on conflict (obligation_id) do update set obligation_version = excluded.obligation_version, state = excluded.state, moved_on = excluded.moved_on,
            moved_due = excluded.moved_due, moved_explanation = excluded.moved_explanation, moved_receiver_id = excluded.moved_receiver_id,
            moved_own_contribution = excluded.moved_own_contribution,
            due = case when known.issued_on is not null then excluded.moved_due end,
            due_explanation = case when known.issued_on is not null then excluded.moved_explanation end,
            receiver_id = case when known.issued_on is not null then excluded.moved_receiver_id end,
            own_contribution = case when known.issued_on is not null then excluded.moved_own_contribution end
        where known.obligation_version < excluded.obligation_version
        """;

    private static readonly JsonSerializerOptions Columns = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Task Keep(this Work work, ObligationsIssued issued, Envelope envelope) => work.Connection.ExecuteAsync(work.Sql(Issue, new
    {
        issued.RoundId,
        issued.PlanId,
        issued.PlanNumber,
        issued.PlanTitle,
        issued.ReceiverId,
        issued.Content,
        issued.Period,
        issued.Due,
        issued.DueExplanation,
        issued.LetterNumber,
        issuedOn = envelope.OccurredAt.InVietnam(),
        rows = JsonSerializer.Serialize(issued.Obligations, Columns),
    }));

    public static Task Keep(this Work work, ObligationRescheduled moved, Envelope envelope) => work.Connection.ExecuteAsync(work.Sql(Move, new
    {
        moved.ObligationId,
        moved.ObligationVersion,
        moved.State,
        movedOn = envelope.OccurredAt.InVietnam(),
        moved.Due,
        moved.DueExplanation,
        moved.ReceiverId,
        moved.OwnContribution,
    }));

    public static Task Keep(this Work work, Guid obligation, long version, string state, int submission = 0, string? reason = null) =>
        work.Connection.ExecuteAsync(work.Sql(Change, new { obligation, version, state, submission, reason }));
}
