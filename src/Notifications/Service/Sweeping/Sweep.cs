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

/// <summary>Finds what is due to be said, by where obligations stand and what day it is.</summary>
internal sealed class Sweep(NoticeTexts texts)
{
    private const int AtOnce = 1_000;

    private const string Select = """
        select o.*, a.name as agency_name, a.email as agency_email, r.name as receiver_name, r.email as receiver_email,
            array(select n.agency_id || '/' || n.rung from notices n where n.obligation_id = o.obligation_id and n.due = o.due) as made,
            exists (select from notices n where n.obligation_id = o.obligation_id and n.due <> o.due and n.sent_at is not null) as told_before
        from owed o
        join directory_agencies a on a.id = o.agency_id
        join directory_agencies r on r.id = o.receiver_id
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
    public async IAsyncEnumerable<IReadOnlyList<NewNotice>> Due(
        NpgsqlConnection connection, DateTimeOffset at, DateOnly today, Guid? plan = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        Guid? after = null;
        while (true)
        {
            var rows = (await connection.QueryAsync<OwedRow>(new(Select, new { plan, after, AtOnce }, cancellationToken: ct))).AsList();
            if (rows.Count == 0)
                yield break;
            after = rows[^1].ObligationId;
            var notices = rows.SelectMany(row => Of(row, at, today)).ToList();
            if (notices.Count > 0)
                yield return notices;
        }
    }

    private IEnumerable<NewNotice> Of(OwedRow row, DateTimeOffset at, DateOnly today)
    {
        var made = row.Made.ToHashSet(StringComparer.Ordinal);
        foreach (var due in Ladder.On(today, row.ToObligation()).Where(due => !made.Contains($"{due.AgencyId}/{due.Rung}")))
        {
            var text = texts.Write(due.Kind, row.ToSubject(), today);
            foreach (var channel in Enum.GetValues<Channel>().Where(channel => channel is Channel.Inbox || row.EmailOf(due.AgencyId) is { Length: > 0 }))
            {
                yield return new(
                    Guid.CreateVersion7(at), row.ObligationId, row.PlanId, due.AgencyId, (due.AgencyId == row.AgencyId ? row.AgencyName : row.ReceiverName) ?? "",
                    due.Kind, due.Rung, channel, text.Subject, text.Body, row.Due, due.Late);
            }
        }
    }
}
