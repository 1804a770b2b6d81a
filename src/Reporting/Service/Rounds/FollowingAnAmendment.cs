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

    /// <summary>Moves, exempts and tells. Doing it again changes nothing.</summary>
    public static async Task Follow(this Work work, Guid id)
    {
        var today = work.At.InVietnam();
        var row = await work.RequireDuty(id);
        var duty = row.ToDuty();
        var due = duty.Ended ? [] : DueRounds.Of(duty.Schedule, row.Years, row.TrackFrom, today, OfficeDays.All).ToList();
        var whom = await work.WhomItMeans(duty, today);
        foreach (var round in (await work.RunningRounds(id, today)).Where(round => round.Kind is RoundKind.Scheduled))
        {
            var obligations = await work.Connection.QueryAsync<ObligationRow>(work.Sql(SelectObligations, new { round.Id }));
            var following = Following.Of(round, duty, due, whom, obligations.Select(one => one.ToObligation()), work.At, today);
            await work.Keep(following);
        }
    }
}
