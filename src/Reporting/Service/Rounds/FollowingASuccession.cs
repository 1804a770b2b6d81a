using Dapper;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Domain.Obligations;
using SocialPolicy.Reporting.Domain.Rounds;
using SocialPolicy.Reporting.Service.Duties;
using SocialPolicy.Reporting.Service.Obligations;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>What is owed by, or to, an agency that has ended.</summary>
internal static class FollowingASuccession
{
    // Not "for update": who drafts holds an obligation and refers to its round.
    private const string SelectRound = "select * from rounds where id = @id for no key update";

    private const string SelectObligations = "select * from obligations where round_id = @id order by id for update";

    /// <summary>
    /// Exempts, passes on, brings back, tells, and looks at the duty again where that changed anything. It goes by the directory as it
    /// is now and by the day: doing it again changes nothing. False when nothing has changed.
    /// </summary>
    public static async Task<bool> FollowSuccession(this Work work, Guid dutyId, Guid id)
    {
        var today = work.At.InVietnam();
        var row = await work.RequireDuty(dutyId);
        var round = (await work.Connection.QuerySingleAsync<RoundRow>(work.Sql(SelectRound, new { id }))).ToRound();
        var obligations = (await work.Connection.QueryAsync<ObligationRow>(work.Sql(SelectObligations, new { id }))).Select(one => one.ToObligation()).ToList();
        var ended = await work.StandIns(
            obligations.SelectMany(one => new[] { one.AgencyId, one.ReceiverId }).Concat(round.ReceiverId is { } receiver ? [receiver] : []), today);
        var duty = row.ToDuty();
        var meant = duty.Ended ? null : await work.WhomItMeans(duty, today);
        var whom = AsksFor(duty, row, round, today) ? meant : null;
        var correction = await work.Correct(round, obligations, whom, today);
        var succession = Succession.Of(round, correction.AppliedTo(obligations), ended, meant?.SureReceiver, work.At, today, whom);
        if (correction is { BroughtBack: [], TakenBack: [] } && succession is { Following: { Moved: false, Exempted: [], Rescheduled: [] }, Heirs: [] })
            return false;
        await work.Keep(new Following(round, Moved: false, correction.TakenBack, [.. correction.BroughtBack.Select(one => (one, obligations.Single(old => old.Id == one.Id).Due))]));
        await work.Keep(succession.Following);
        await work.Issue(succession.Following.Round, row, succession.Heirs, succession.InPlaceOf);
        await work.LookAt(dutyId);
        return true;
    }

    private static bool AsksFor(Duty duty, DutyRow row, Round round, DateOnly today) => !duty.Ended
        && (round.Kind is RoundKind.Opened
            || DueRounds.Of(duty.Schedule, row.Years, row.TrackFrom, today, OfficeDays.All).Any(due => !due.History && due.Occurrence.Period == round.Period));

    private static async Task<Correction> Correct(this Work work, Round round, IReadOnlyCollection<Obligation> obligations, Whom? whom, DateOnly today)
    {
        var exempted = obligations.Where(one => one.ExemptReason == Exemption.AgencyEnded).ToList();
        var agencies = exempted.Select(one => one.AgencyId).ToList();
        var standing = await work.Connection.StandIns(agencies, today, work.Cancellation);
        var there = agencies.Where(agency => standing.GetValueOrDefault(agency)?.Id == agency).ToHashSet();
        var descent = await work.Descent(agencies, today);
        var late = exempted.Where(one => one.ExemptedAt!.Value.InVietnam() > one.LateAfter).Select(one => one.Id).ToHashSet();
        return Correction.Of(round, obligations, there, descent, whom, late, work.At, today);
    }
}
