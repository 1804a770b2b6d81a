using Dapper;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
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
    /// Exempts, passes on, tells, and looks at the duty again where that changed anything. It goes by the directory as it is now and
    /// by the day: doing it again changes nothing. False when nothing has changed.
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
        var named = duty.Ended ? null : (await work.WhomItMeans(duty, today)).SureReceiver;

        var succession = Succession.Of(round, obligations, ended, named, work.At, today);
        if (succession is { Following: { Moved: false, Exempted: [], Rescheduled: [] }, Heirs: [] })
            return false;
        await work.Keep(succession.Following);
        await work.Issue(succession.Following.Round, row, succession.Heirs);
        await work.LookAt(dutyId);
        return true;
    }
}
