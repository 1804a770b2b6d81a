using System.Diagnostics;
using System.Globalization;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Notifications.Service.Settings;
using SocialPolicy.Notifications.Service.Sweeping;
using SocialPolicy.Reporting.V1;

namespace SocialPolicy.Notifications.Service.Sending;

/// <summary>
/// Gives notices to their channels. Each is claimed for a while on the database's time, and for longer while its turn has not come;
/// asked for at Reporting once more, sent, and noted with its announcement in one transaction. One to an agency that has ended since
/// is withdrawn: the sweep tells who stands for it. Between a mail server's yes and that note a crash sends a mail a second time,
/// under the same Message-ID; the inbox has no such gap. While the mail server is away mail waits, as long as it still says what is
/// the case, and is not counted as tried; inboxes do not wait with it.
/// </summary>
internal sealed class SendNotices(NpgsqlDataSource source, OwnWork own, IObligations obligations, Mailer mailer, TimeProvider clock) : IJob
{
    private const int AtOnce = 50;

    // About a day: refusals for now (a full mailbox, a grey list) rarely last longer.
    private const int MostAttempts = 30;
    private const int LongestAnswer = 500;

    private static readonly TimeSpan UntilItIsBack = TimeSpan.FromMinutes(2);

    // One mail takes 20 s at the most (Mailer), so what is renewed before a mail still holds after it.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);

    private const string Claim = """
        update notices n set lease_until = now() + @Lease
        from (
            select id from notices
            where state in ('queued', 'failed') and send_after <= now() and (lease_until is null or lease_until < now())
                and (channel = 'inbox' or @mail)
            order by channel = 'email', send_after, id limit @AtOnce for update skip locked
        ) due, owed o
        where n.id = due.id and o.obligation_id = n.obligation_id
        returning n.id, n.obligation_id, n.plan_id, n.agency_id, n.kind, n.rung, n.channel, n.subject, n.body, n.attempts,
            (select email from directory_agencies a where a.id = n.agency_id) as email,
            o.agency_id as owing, o.receiver_id, o.issued_on, o.moved_on, o.due, n.due as says, o.requested, o.own_contribution,
            exists (select from notices other where other.obligation_id = o.obligation_id and other.due <> o.due and other.sent_at is not null) as told_before,
            case when o.state = 'returned' then o.submission else 0 end as returned
        """;

    private const string RenewSql = "update notices set lease_until = now() + @Lease where id = any(@ids) and state in ('queued', 'failed')";

    private const string ReleaseSql = "update notices set lease_until = null where id = any(@ids)";

    // Only what is still ours to say: a lease that ran out may have made it another's.
    private const string Note = """
        update notices set state = @state, address = @address, answer = @answer, attempts = attempts + @tried, lease_until = null,
            sent_at = case when @state = 'sent' then @At end, send_after = now() + @pause
        where id = @id and state in ('queued', 'failed')
        """;

    public string Name => "send-notices";
    public string Description => "Gives queued notices to mail server and inbox, after asking Reporting whether each is still owed.";
    public TimeSpan Interval => TimeSpan.FromSeconds(5);

    public async Task<string> Run(CancellationToken ct)
    {
        var (sent, refused, withdrawn) = (0, 0, 0);
        ChannelAnswer? away = null;
        while (await Next(mail: away is null, ct) is { Settings: var settings, Notices: { Count: > 0 } notices, Standings: var standings })
        {
            if (await obligations.States([.. notices.Select(notice => notice.ObligationId).Distinct()], ct) is not { } states)
            {
                await Execute(ReleaseSql, notices, ct);
                return "waits: Reporting cannot be asked";
            }

            var held = Stopwatch.GetTimestamp();
            foreach (var (index, notice) in notices.Index())
            {
                if (Stopwatch.GetElapsedTime(held) > Renewal)
                {
                    await Execute(RenewSql, notices.Skip(index), ct);
                    held = Stopwatch.GetTimestamp();
                }

                if (Needless(notice, states[notice.ObligationId], standings) is { } reason)
                {
                    await Withdraw(notice, reason, ct);
                    withdrawn++;
                    continue;
                }

                var answer = notice.IsMail && away is not null ? away : await Give(notice, settings, ct);
                away ??= answer.Away ? answer : null;
                await Write(notice, settings, answer, ct);
                (sent, refused) = answer.Taken ? (sent + 1, refused) : (sent, refused + 1);
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"sent {sent}, refused {refused}, withdrew {withdrawn} notices");
    }

    private string? Needless(ClaimedNotice notice, Obligation.Types.State state, Standings standings) =>
        notice.IsWanted(state) ? notice.Overtaken(clock.Today(), standings) : "nothing is owed any more";

    private async Task<(SettingsRow Settings, IReadOnlyList<ClaimedNotice> Notices, Standings Standings)> Next(bool mail, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var settings = await connection.DeliverySettings(ct);
        if (settings.HoldsBack)
            return (settings, [], Standings.None);
        var claimed = (await connection.QueryAsync<ClaimedNotice>(new(Claim, new { AtOnce, mail, Lease }, cancellationToken: ct))).AsList();
        var standings = await Standings.Of(connection, claimed.SelectMany(notice => new[] { notice.Owing, notice.ReceiverId }), clock.Today(), ct);
        return (settings, [.. claimed.OrderBy(notice => notice.IsMail)], standings);
    }

    private async Task Execute(string sql, IEnumerable<ClaimedNotice> notices, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(sql, new { ids = notices.Select(notice => notice.Id).ToArray(), Lease }, cancellationToken: ct));
    }

    private async Task<ChannelAnswer> Give(ClaimedNotice notice, SettingsRow settings, CancellationToken ct) =>
        AddressOf(notice, settings) is { } address ? await mailer.Send(notice, address, ct) : ChannelAnswer.Took("in the inbox");

    private Task Write(ClaimedNotice notice, SettingsRow settings, ChannelAnswer answer, CancellationToken ct)
    {
        var tried = answer.Away ? 0 : 1;
        var gaveUp = answer.ForGood || (!answer.Taken && notice.Attempts + tried >= MostAttempts);
        var state = answer.Taken ? "sent" : gaveUp ? "given_up" : "failed";
        var pause = Apart(answer.Away ? UntilItIsBack : Pause(notice.Attempts));
        return own.Run(Name, async work =>
        {
            var noted = await work.Connection.ExecuteAsync(work.Sql(
                Note, new { notice.Id, state, address = AddressOf(notice, settings), answer = answer.Text.Shortened(LongestAnswer), tried, pause, work.At }));
            if (noted == 1 && answer.Taken)
                work.Announce(notice.Delivered(), $"notices/{notice.Id}", 1);
            if (noted == 1 && gaveUp)
                work.Announce(notice.Failed(), $"notices/{notice.Id}", 1);
            return noted;
        }, ct);
    }

    private Task Withdraw(ClaimedNotice notice, string reason, CancellationToken ct) => own.Run(
        Name,
        work => work.Connection.ExecuteAsync(work.Sql(Note, new { notice.Id, state = "withdrawn", address = (string?)null, answer = reason, tried = 0, pause = TimeSpan.Zero, work.At })),
        ct);

    // The inbox has no address.
    private static string? AddressOf(ClaimedNotice notice, SettingsRow settings) => notice.IsMail ? settings.AddressFor(notice.Email) ?? "" : null;

    // 30 s, doubling to about an hour.
    private static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(30 * Math.Pow(2, Math.Min(attempts, 7)));

    // A little, so that not all come back at once.
    private static TimeSpan Apart(TimeSpan pause) => pause * (0.8 + 0.4 * Random.Shared.NextDouble());
}
