using System.Text;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;
using SocialPolicy.Notifications.V1;
using static SocialPolicy.Notifications.V1.Notice.Types;
using Mode = SocialPolicy.Notifications.V1.DeliverySettings.Types.Mode;
using ObligationStates = SocialPolicy.Reporting.V1.Obligation.Types.State;

namespace SocialPolicy.Notifications.FunctionalTests.Notices;

[Collection(nameof(Office))]
public sealed class TellingAgencies(Office office)
{
    [Fact]
    public async Task Makes_each_notice_once_though_it_sweeps_twice_and_twice_at_once()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 6);

        await Task.WhenAll(office.Sweep(), office.Sweep());
        await office.Sweep();

        (await office.NoticesAbout(debt)).Select(notice => (notice.Rung, notice.Channel)).Order().ShouldBe(
            [("issued", Channel.Inbox), ("issued", Channel.Email)]);
    }

    [Fact]
    public async Task Sends_one_mail_with_a_subject_that_everybody_can_read()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 40);

        await office.Sweep();
        await office.Send();
        await office.Send();
        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).All(notice => notice.State is State.Sent));

        var notice = (await office.NoticesAbout(debt)).Single(notice => notice.Channel is Channel.Email);
        var mail = office.Mail.Mails.Where(mail => mail.To.Contains(debt.Email)).ShouldHaveSingleItem();
        mail.From.ShouldBe("thong-bao@example.vn");
        mail.Data.ShouldContain($"<{notice.Name["notices/".Length..]}@example.vn>");
        mail.Data.ShouldContain("=?utf-8?", Case.Insensitive);
        mail.Data.ShouldContain("text/plain");
        mail.Data.ShouldContain("text/html");
        notice.Subject.ShouldContain("Giao báo cáo: kết quả giảm nghèo");
        foreach (var word in (string[])["43/KH-UBND", "Thực hiện chính sách xã hội", "12/CV-SNV", "Sở Nội vụ", "Hạn ghi trong kế hoạch.", debt.AgencyName])
            notice.Body.ShouldContain(word);
        Encoding.UTF8.GetString(PlainPart(mail.Data)).ShouldContain("Thực hiện chính sách xã hội");
        (await office.Ask<long>("select count(*) from ground.outbox where aggregate = @Name and type = 'notifications.NoticeDelivered'", notice)).ShouldBe(1);
    }

    [Fact]
    public async Task Tells_nobody_of_what_was_settled_a_moment_before()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 40);
        office.Reporting.Said[debt.Obligation] = ObligationStates.Settled;

        await office.Sweep();
        await office.Send();
        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).All(notice => notice.State is State.Withdrawn));

        office.Mail.Mails.ShouldNotContain(mail => mail.To.Contains(debt.Email));
    }

    [Fact]
    public async Task Sends_all_mail_to_one_address_in_mode_redirect()
    {
        var debt = await office.Owes(daysLeft: 40);
        var address = $"{debt.Obligation:N}@thu.example.vn";
        await office.Set(Mode.Redirect, address);

        await office.Sweep();
        await office.Send();
        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).All(notice => notice.State is State.Sent));

        office.Mail.Mails.ShouldNotContain(mail => mail.To.Contains(debt.Email));
        office.Mail.Mails.ShouldContain(mail => mail.To.Contains(address));
        (await office.NoticesAbout(debt)).Single(notice => notice.Channel is Channel.Email).Address.ShouldBe(address);
    }

    [Fact]
    public async Task Makes_nothing_in_mode_off_but_shows_what_it_would()
    {
        await office.Set(Mode.Off);
        var debt = await office.Owes(daysLeft: 6);

        await office.Sweep();

        (await office.NoticesAbout(debt)).ShouldBeEmpty();
        var preview = await office.Notices.PreviewSweepAsync(new() { Plan = $"plans/{debt.Plan}" });
        preview.Notices.Select(notice => (notice.Obligation, notice.Rung, notice.Channel)).ShouldBe(
            [($"obligations/{debt.Obligation}", "issued", Channel.Inbox), ($"obligations/{debt.Obligation}", "issued", Channel.Email)]);
        preview.TotalCount.ShouldBe(2);
        preview.NextPageToken.ShouldBeEmpty();
        (await office.Notices.PreviewSweepAsync(new() { Plan = $"plans/{Guid.CreateVersion7()}" })).TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task Shows_what_it_would_make_page_by_page()
    {
        await office.Set(Mode.Off);
        var debts = new[] { await office.Owes(daysLeft: 6), await office.Owes(daysLeft: 6) };
        var all = await office.Notices.PreviewSweepAsync(new() { PageSize = 1000 });

        var request = new PreviewSweepRequest { PageSize = 3 };
        var pages = new List<PreviewSweepResponse>();
        do
        {
            pages.Add(await office.Notices.PreviewSweepAsync(request));
            request.PageToken = pages[^1].NextPageToken;
        }
        while (request.PageToken.Length > 0);

        pages.ShouldAllBe(page => page.TotalCount == all.TotalCount);
        pages.SelectMany(page => page.Notices).Select(Key).ShouldBe(all.Notices.Select(Key));
        foreach (var debt in debts)
            all.Notices.Count(notice => notice.Obligation == $"obligations/{debt.Obligation}").ShouldBe(2);
        (await Refused.By(office.Notices.PreviewSweepAsync(new() { PageToken = "AAAA" }))).Reason.ShouldBe("PAGE_TOKEN_INVALID");

        static (string, string, Channel) Key(Notice notice) => (notice.Obligation, notice.Rung, notice.Channel);
    }

    [Fact]
    public async Task Gives_up_an_address_that_is_refused_and_says_so()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 40, debt =>
        {
            office.Mail.Refused.Add(debt.Email);
            return debt;
        });

        await office.Sweep();
        await office.Send();
        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).Any(notice => notice.State is State.GivenUp));

        var notice = (await office.NoticesAbout(debt)).Single(notice => notice.Channel is Channel.Email);
        (notice.State, notice.Attempts).ShouldBe((State.GivenUp, 1));
        notice.Answer.ShouldContain("550");
        (await office.Ask<long>("select count(*) from ground.outbox where aggregate = @Name and type = 'notifications.NoticeFailed'", notice)).ShouldBe(1);
    }

    [Fact]
    public async Task Waits_while_reporting_cannot_be_reached()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 40);
        office.Reporting.CannotBeReached = true;
        try
        {
            await office.Sweep();
            await office.Send();
            (await office.NoticesAbout(debt)).ShouldAllBe(notice => notice.State == State.Queued && notice.Attempts == 0);
        }
        finally
        {
            office.Reporting.CannotBeReached = false;
        }
    }

    private static byte[] PlainPart(string mail)
    {
        var part = mail[mail.IndexOf("text/plain", StringComparison.OrdinalIgnoreCase)..];
        var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return Convert.FromBase64String(body[..body.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n--")[0]);
    }
}

/// <summary>Tests that share one office; settings are its own, so they take turns.</summary>
[CollectionDefinition(nameof(Office))]
public sealed class OfficeTests : ICollectionFixture<Office>;
