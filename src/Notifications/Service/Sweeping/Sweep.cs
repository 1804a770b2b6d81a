using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;
using SocialPolicy.Notifications.Domain.Ladders;
using SocialPolicy.Notifications.Domain.Notices;
using SocialPolicy.Notifications.Service.Templates;

namespace SocialPolicy.Notifications.Service.Sweeping;

/// <summary>A notice that a sweep makes.</summary>
internal sealed record NewNotice(
    Guid Id, Guid ObligationId, Guid PlanId, Guid AgencyId, string AgencyName, NoticeKind Kind, string Rung, Channel Channel, string Subject, string Body, DateOnly Due, bool Late);

/// <summary>A notice whose day has come and that nobody is told.</summary>
internal sealed record HeldNotice(Guid ObligationId, Guid PlanId, Guid AgencyId, string AgencyName, NoticeKind Kind, string Rung, DateOnly Due, string Reason);

/// <summary>What some obligations give rise to.</summary>
internal sealed record Findings(IReadOnlyList<NewNotice> Notices, IReadOnlyList<HeldNotice> Held);

/// <summary>Finds what is due to be said, by where obligations stand, what day it is, and who stands for their agencies on it.</summary>
internal sealed class Sweep(NoticeTexts texts)
{
    private const int AtOnce = 1_000;

    // What was withdrawn was never said: when it is the case again, it is made again.
    private const string Select = """
        select o.*,
            array(select n.agency_id || '/' || n.rung from notices n where n.obligation_id = o.obligation_id and n.due = o.due and n.state <> 'withdrawn') as made,
            exists (select from notices n where n.obligation_id = o.obligation_id and n.due <> o.due and n.sent_at is not null) as told_before
        from owed o
        where o.state in ('owed', 'returned') and o.issued_on is not null and not o.own_contribution
            and (@plan::uuid is null or o.plan_id = @plan) and (@after::uuid is null or o.obligation_id > @after)
        order by o.obligation_id
        limit @AtOnce
        """;

    /// <summary>Everything that is due and was not made yet, by obligation, part by part.</summary>
    /// <param name="connection">Open, to the database of Notifications.</param>
    /// <param name="at">When the notices are made.</param>
    /// <param name="today">The day that decides what is due.</param>
    /// <param name="plan">Only what is due about this plan.</param>
    /// <param name="ct">Breaks off.</param>
    public async IAsyncEnumerable<Findings> Due(
        NpgsqlConnection connection, DateTimeOffset at, DateOnly today, Guid? plan = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        Guid? after = null;
        while (true)
        {
            var rows = (await connection.QueryAsync<OwedRow>(new(Select, new { plan, after, AtOnce }, cancellationToken: ct))).AsList();
            if (rows.Count == 0)
                yield break;
            after = rows[^1].ObligationId;
            var standings = await Standings.Of(connection, rows.SelectMany(row => new[] { row.AgencyId, row.ReceiverId }), today, ct);
            yield return new(
                [.. rows.SelectMany(row => Of(row, standings, at, today))],
                [.. rows.SelectMany(row => HeldOf(row, standings, today))]);
        }
    }

    private IEnumerable<NewNotice> Of(OwedRow row, Standings standings, DateTimeOffset at, DateOnly today)
    {
        var made = row.Made.ToHashSet(StringComparer.Ordinal);
        var obligation = row.ToObligation(standings);
        foreach (var due in Ladder.On(today, obligation).Where(due => due.To.Held is null && !made.Contains($"{due.To.Id}/{due.Rung}")))
        {
            var text = texts.Write(due.Kind, row.ToSubject(obligation, standings), today);
            var (name, email) = standings.Of(Concerned(row, due), due.To);
            foreach (var channel in Enum.GetValues<Channel>().Where(channel => channel is Channel.Inbox || email is { Length: > 0 }))
            {
                yield return new(
                    Guid.CreateVersion7(at), row.ObligationId, row.PlanId, due.To.Id, name, due.Kind, due.Rung, channel, text.Subject, text.Body, row.Due, due.Late);
            }
        }
    }

    private static IEnumerable<HeldNotice> HeldOf(OwedRow row, Standings standings, DateOnly today) =>
        from due in Ladder.On(today, row.ToObligation(standings))
        let reason = due.To.Held
        where reason is not null
        select new HeldNotice(row.ObligationId, row.PlanId, due.To.Id, standings.NameOf(due.To.Id), due.Kind, due.Rung, row.Due, reason);

    private static Guid Concerned(OwedRow row, DueNotice due) => due.Kind is NoticeKind.Escalation ? row.ReceiverId : row.AgencyId;
}
