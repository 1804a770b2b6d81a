using System.Globalization;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Notifications.Service.Settings;

namespace SocialPolicy.Notifications.Service.Sending;

/// <summary>
/// Gives notices to their channels. Each is claimed for a while on the database's time, asked for at Reporting once more, sent, and
/// noted with its announcement in one transaction. Between a mail server's yes and that note a crash sends a mail a second time,
/// under the same Message-ID; the inbox has no such gap.
/// </summary>
internal sealed class SendNotices(NpgsqlDataSource source, OwnWork own, IObligations obligations, Mailer mailer) : IJob
{
    private const int AtOnce = 50;
    private const int MostAttempts = 10;
    private const int LongestAnswer = 500;

    private const string Claim = """
        update notices n set lease_until = now() + interval '2 minutes'
        from (
            select id from notices
            where state in ('queued', 'failed') and send_after <= now() and (lease_until is null or lease_until < now())
            order by send_after, id limit @AtOnce for update skip locked
        ) due
        where n.id = due.id
        returning n.id, n.obligation_id, n.plan_id, n.agency_id, n.kind, n.rung, n.channel, n.subject, n.body, n.attempts,
            (select email from directory_agencies a where a.id = n.agency_id) as email
        """;

    private const string Release = "update notices set lease_until = null where id = any(@ids)";

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
        while (await Next(ct) is { Settings: var settings, Notices: { Count: > 0 } notices })
        {
            if (await obligations.States([.. notices.Select(notice => notice.ObligationId).Distinct()], ct) is not { } states)
            {
                await Give(notices, ct);
                return "waits: Reporting cannot be asked";
            }

            foreach (var notice in notices)
            {
                if (!notice.IsWanted(states[notice.ObligationId]))
                {
                    await Withdraw(notice, ct);
                    withdrawn++;
                }
                else if (await Send(notice, settings, ct))
                {
                    sent++;
                }
                else
                {
                    refused++;
                }
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"sent {sent}, refused {refused}, withdrew {withdrawn} notices");
    }

    private async Task<(SettingsRow Settings, IReadOnlyList<ClaimedNotice> Notices)> Next(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var settings = await connection.DeliverySettings(ct);
        if (settings.HoldsBack)
            return (settings, []);
        var claimed = await connection.QueryAsync<ClaimedNotice>(new(Claim, new { AtOnce }, cancellationToken: ct));
        return (settings, claimed.AsList());
    }

    private async Task Give(IReadOnlyList<ClaimedNotice> notices, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(Release, new { ids = notices.Select(notice => notice.Id).ToArray() }, cancellationToken: ct));
    }

    private async Task<bool> Send(ClaimedNotice notice, SettingsRow settings, CancellationToken ct)
    {
        var address = notice.Channel == "email" ? settings.AddressFor(notice.Email) ?? "" : null;
        var answer = address is null ? ChannelAnswer.Took("in the inbox") : await mailer.Send(notice, address, ct);
        var gaveUp = !answer.Taken && (answer.ForGood || notice.Attempts + 1 >= MostAttempts);
        var state = answer.Taken ? "sent" : gaveUp ? "given_up" : "failed";
        await own.Run(Name, async work =>
        {
            var noted = await work.Connection.ExecuteAsync(work.Sql(Note, new { notice.Id, state, address, answer = answer.Text.Shortened(LongestAnswer), tried = 1, pause = Pause(notice.Attempts), work.At }));
            if (noted == 1 && answer.Taken)
                work.Announce(notice.Delivered(), $"notices/{notice.Id}", 1);
            if (noted == 1 && gaveUp)
                work.Announce(notice.Failed(), $"notices/{notice.Id}", 1);
            return noted;
        }, ct);
        return answer.Taken;
    }

    private Task Withdraw(ClaimedNotice notice, CancellationToken ct) => own.Run(
        Name,
        work => work.Connection.ExecuteAsync(work.Sql(Note, new { notice.Id, state = "withdrawn", address = (string?)null, answer = "nothing is owed any more", tried = 0, pause = TimeSpan.Zero, work.At })),
        ct);

    // 30 s, doubling to about an hour, a little apart so that not all come back at once.
    private static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(30 * Math.Pow(2, Math.Min(attempts, 7)) * (0.8 + 0.4 * Random.Shared.NextDouble()));
}
