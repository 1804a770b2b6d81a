using SocialPolicy.Harness;

namespace SocialPolicy.Notifications.FunctionalTests.Sending;

public sealed class WaitingForTheMailServer
{
    [Fact]
    public async Task Keeps_mail_for_as_long_as_none_is_set_while_the_inbox_works()
    {
        await using var desk = await Desk.Open();
        var obligation = await desk.Owes(daysLeft: 40);
        await desk.Sweep();

        for (var run = 0; run < 35; run++)
        {
            await desk.Send();
            await desk.PausesPass();
        }

        (await desk.Notices(obligation)).ShouldBe(["issued email failed 0 No mail server is set (Smtp:Host).", "issued inbox sent 1 in the inbox"]);
        (await desk.Ask<long>("select count(*) from ground.outbox where type = 'notifications.NoticeFailed'")).ShouldBe(0);
    }

    [Theory]
    [InlineData("530 Must issue a STARTTLS command first")]
    [InlineData("421 Closing down")]
    public async Task Gives_no_mail_up_because_of_what_the_server_says_of_us(string refusal)
    {
        await using var desk = await Desk.Open();
        await using var server = new StubbornServer(refusal);
        (desk.Smtp.Host, desk.Smtp.Port) = ("127.0.0.1", server.Port);
        var obligation = await desk.Owes(daysLeft: 40);
        await desk.Sweep();

        await desk.Send();

        (await desk.Notices(obligation))[0].ShouldStartWith("issued email failed 0");
    }

    [Fact]
    public async Task Asks_it_once_a_run_and_sends_all_when_it_is_back()
    {
        await using var desk = await Desk.Open();
        await using var away = new StubbornServer("421 Closing down");
        (desk.Smtp.Host, desk.Smtp.Port) = ("127.0.0.1", away.Port);
        var obligations = new[] { await desk.Owes(daysLeft: 40), await desk.Owes(daysLeft: 40), await desk.Owes(daysLeft: 40) };
        await desk.Sweep();

        await desk.Send();
        away.Sessions.ShouldBe(1);
        (await desk.Ask<long>("select count(*) from notices where channel = 'inbox' and state = 'sent'")).ShouldBe(3);

        await using var back = new SmtpSink();
        desk.Smtp.Port = back.Port;
        await desk.PausesPass();
        await desk.Send();

        back.Mails.Count.ShouldBe(obligations.Length);
        (await desk.Ask<long>("select count(*) from notices where state <> 'sent'")).ShouldBe(0);
    }

    [Fact]
    public async Task Withdraws_what_a_later_rung_has_overtaken_meanwhile()
    {
        await using var desk = await Desk.Open();
        var obligation = await desk.Owes(daysLeft: 8);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.Sweep();
        desk.Clock.Advance(TimeSpan.FromDays(9));
        await desk.Sweep();
        await using var sink = new SmtpSink();
        (desk.Smtp.Host, desk.Smtp.Port) = ("127.0.0.1", sink.Port);

        await desk.Send();

        (await desk.Notices(obligation)).Where(notice => notice.Contains(" email ", StringComparison.Ordinal)).ShouldBe(
        [
            "before-7 email withdrawn 0 a later day has overtaken it",
            "issued email withdrawn 0 a later day has overtaken it",
            "overdue-1 email sent 1 250 the mail server took it",
        ]);
        sink.Mails.Count.ShouldBe(1);
    }
}
