using Dapper;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Domain.Rounds;
using SocialPolicy.Reporting.Service.Duties;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>
/// What a duty asks for today: opens the rounds that its date calls for and asks those that the directory did not know before.
/// It may be done at any time and as often as one likes; what is there is left alone.
/// </summary>
internal static class LookingAtADuty
{
    /// <summary>
    /// Grows with every change of the copy of the directory: versions only grow, and rows are never removed. Read before the
    /// directory is asked, so that a change in between is looked at again.
    /// </summary>
    public const string DirectoryExtent = """
        (select coalesce(sum(version), 0)::bigint from directory_units) + (select coalesce(sum(version), 0)::bigint from directory_agencies)
        """;

    private const string Note = "update duties set findings = @findings, directory_seen = @extent where id = @id";

    private const string SelectRunning = "select * from rounds where duty_id = @id and not history and due >= @today";

    // Who is asked here receives there: those reports have to be in a working day before this one is due.
    private const string SelectBelow = """
        select exists (
            select from rounds below
            where below.plan_id = @PlanId and below.period = @Period and not below.history and below.duty_id <> @DutyId
                and below.receiver_id <> @ReceiverId and below.due > @latest
                and below.receiver_id in (select agency_id from obligations where round_id = @Id))
        """;

    /// <summary>The rounds this opened.</summary>
    public static async Task<IReadOnlyList<Guid>> LookAt(this Work work, Guid id)
    {
        var today = work.At.InVietnam();
        var row = await work.RequireDuty(id);
        if (row.EndedAt is not null)
            return [];

        var extent = await work.Connection.ExecuteScalarAsync<long>(work.Sql($"select {DirectoryExtent}"));
        var duty = row.ToDuty();
        var whom = await work.WhomItMeans(duty, today);
        await work.AskWhoJoins(row, duty, whom, today);
        var opened = await work.OpenDue(row, duty, whom, today);

        string[] findings = [.. whom.Findings, .. await work.HasTooLittleTime(id, today) ? [Findings.TooLittleTime] : Array.Empty<string>()];
        await work.Connection.ExecuteAsync(work.Sql(Note, new { id, extent, findings }));
        return opened;
    }

    private static async Task<IReadOnlyList<Guid>> OpenDue(this Work work, DutyRow row, Duty duty, Whom whom, DateOnly today)
    {
        var opened = new List<Guid>();
        foreach (var due in DueRounds.Of(duty.Schedule, row.Years, row.TrackFrom, today, OfficeDays.All))
        {
            var somebody = whom is { Receiver: not null, Asked.Count: > 0 };
            if (!due.History && !somebody)
                continue;
            var round = Round.Scheduled(Guid.CreateVersion7(), duty, due, whom.Receiver, today);
            if (await work.Insert(round) is { } stored && !round.History)
            {
                await work.Tell(round with { Id = stored }, row, whom.Asked);
                opened.Add(stored);
            }
        }

        return opened;
    }

    // Nobody is taken out.
    private static async Task AskWhoJoins(this Work work, DutyRow row, Duty duty, Whom whom, DateOnly today)
    {
        foreach (var round in await work.RunningRounds(row.Id, today))
        {
            var opening = (await work.WhomItMeans(duty, round.OpenedOn)).Asked;
            var ended = await work.Ended(opening.Select(agency => agency.Id), today);
            var own = opening.Where(agency => !ended.Contains(agency.Id)).ToList();
            var involved = await work.InvolvedIn(round, today);
            var inPlaceOf = involved.Where(one => one.LeftBy.Count > 0 && own.TrueForAll(agency => agency.Id != one.Id)).ToDictionary(one => one.Id, IReadOnlyList<Guid> (one) => one.LeftBy);
            await work.Issue(round, row, Joining.Of(round, own, whom, involved), inPlaceOf);
        }
    }

    /// <summary>The rounds of a duty that are not yet due.</summary>
    public static async Task<IReadOnlyList<Round>> RunningRounds(this Work work, Guid duty, DateOnly today) =>
        [.. (await work.Connection.QueryAsync<RoundRow>(work.Sql(SelectRunning, new { id = duty, today }))).Select(row => row.ToRound())];

    private static async Task<bool> HasTooLittleTime(this Work work, Guid id, DateOnly today)
    {
        foreach (var round in await work.RunningRounds(id, today))
        {
            if (round.Kind is not RoundKind.Scheduled)
                continue;
            var latest = OfficeDays.All.Before(round.Due.Day);
            var below = new { round.Id, round.DutyId, round.PlanId, round.ReceiverId, Period = round.Period.ToString(), latest };
            if (await work.Connection.ExecuteScalarAsync<bool>(work.Sql(SelectBelow, below)))
                return true;
        }

        return false;
    }
}
