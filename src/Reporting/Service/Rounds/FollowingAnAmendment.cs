using Dapper;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Reporting.Domain.Rounds;
using SocialPolicy.Reporting.Service.Duties;
using SocialPolicy.Reporting.Service.Obligations;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>What an amended duty makes of its rounds that are not yet due.</summary>
internal static class FollowingAnAmendment
{
    private const string SelectObligations = "select * from obligations where round_id = @Id and state in ('owed', 'exempted') order by id for update";

    private const string Move = """
        update rounds set due = @Due, due_rule = @DueRule, due_why = @DueWhy, due_why_vi = @DueWhyVi, late_after = @LateAfter,
            cutoff = @Cutoff, cutoff_rule = @CutoffRule, cutoff_why = @CutoffWhy, cutoff_why_vi = @CutoffWhyVi, estimate = @Estimate, receiver_id = @ReceiverId
        where id = @Id
        """;

    // A draft goes where its obligation goes.
    private const string MoveDraft = "update reports set receiver_id = @ReceiverId where obligation_id = @Id and state = 'draft' and receiver_id <> @ReceiverId";

    /// <summary>Moves, exempts and tells. Doing it again changes nothing.</summary>
    public static async Task Follow(this Work work, Guid id)
    {
        var today = work.At.InVietnam();
        var row = await work.RequireDuty(id);
        var duty = row.ToDuty();
        var due = duty.Ended ? [] : DueRounds.Of(duty.Schedule, row.Years, row.TrackFrom, today, OfficeDays.All).ToList();
        var whom = await work.WhomItMeans(duty, today);
        foreach (var round in await work.RunningRounds(id, today))
        {
            var obligations = await work.Connection.QueryAsync<ObligationRow>(work.Sql(SelectObligations, new { round.Id }));
            var following = Following.Of(round, duty, due, whom, obligations.Select(one => one.ToObligation()), work.At, today);
            if (following.Moved)
                await work.Connection.ExecuteAsync(work.Sql(Move, RoundStorage.Columns(following.Round, work.At)));
            await work.Keep(following);
        }
    }

    private static async Task Keep(this Work work, Following following)
    {
        foreach (var exempted in following.Exempted)
        {
            await work.Save(exempted);
            work.Announce(exempted.ToExempted(), Names.Obligation.Of(exempted.Id), exempted.Version);
        }

        foreach (var (rescheduled, before) in following.Rescheduled)
        {
            await work.Save(rescheduled);
            await work.Connection.ExecuteAsync(work.Sql(MoveDraft, new { rescheduled.Id, rescheduled.ReceiverId }));
            work.Announce(rescheduled.ToRescheduled(before, following.Round), Names.Obligation.Of(rescheduled.Id), rescheduled.Version);
        }
    }
}
