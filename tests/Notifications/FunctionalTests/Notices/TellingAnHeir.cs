using SocialPolicy.Harness;
using Channel = SocialPolicy.Notifications.V1.Notice.Types.Channel;
using Kind = SocialPolicy.Notifications.V1.Notice.Types.Kind;
using Mode = SocialPolicy.Notifications.V1.DeliverySettings.Types.Mode;
using ObligationStates = SocialPolicy.Reporting.V1.Obligation.Types.State;
using State = SocialPolicy.Notifications.V1.Notice.Types.State;

namespace SocialPolicy.Notifications.FunctionalTests.Notices;

[Collection(nameof(Office))]
public sealed class TellingAnHeir(Office office)
{
    [Fact]
    public async Task Says_that_the_report_of_its_predecessor_came_back()
    {
        await office.Set(Mode.Live);
        var (debt, heir) = await Returned();
        await office.Ends(debt, debt.Agency, heir.Agency);

        await office.Sweep();
        await office.Sweep();
        await Sent(debt);

        var notices = await office.NoticesAbout(debt);
        notices.Select(notice => (notice.Agency, notice.Rung, notice.Channel)).Order().ShouldBe(
            [($"agencies/{heir.Agency}", "returned-1", Channel.Inbox), ($"agencies/{heir.Agency}", "returned-1", Channel.Email)]);
        notices.ShouldAllBe(notice => notice.AgencyDisplayName == "UBND phường Chiềng Cơi" && notice.Body.Contains(debt.AgencyName) && notice.Body.Contains("kế thừa"));
        office.Mail.Mails.ShouldContain(mail => mail.To.Contains(heir.Email));
        office.Mail.Mails.ShouldNotContain(mail => mail.To.Contains(debt.Email));
        (await office.NoticesOf(heir.AgencyCode).ListInboxAsync(new() { Agency = heir.AgencyCode })).Notices.ShouldContain(notice => notice.Rung == "returned-1");
    }

    [Fact]
    public async Task Takes_back_what_waited_for_the_predecessor()
    {
        await office.Set(Mode.Live);
        var (debt, heir) = await Returned();
        await office.Sweep();
        await office.Ends(debt, debt.Agency, heir.Agency);

        await office.Sweep();
        await Sent(debt);

        var told = (await office.NoticesAbout(debt)).Where(notice => notice.Kind is Kind.Returned).ToLookup(notice => notice.Agency);
        told[$"agencies/{debt.Agency}"].ShouldAllBe(notice => notice.State == State.Withdrawn && notice.Answer == "its agency has ended");
        told[$"agencies/{heir.Agency}"].Select(notice => notice.State).ShouldBe([State.Sent, State.Sent]);
        office.Mail.Mails.ShouldNotContain(mail => mail.To.Contains(debt.Email));
    }

    [Fact]
    public async Task Returns_to_the_predecessor_when_its_end_is_taken_back()
    {
        await office.Set(Mode.Live);
        var (debt, heir) = await Returned();
        await office.Sweep();
        await office.Ends(debt, debt.Agency, heir.Agency);
        await Sent(debt);

        await office.IsThereAgain(debt);
        await office.Sweep();
        await Sent(debt);

        (await office.NoticesAbout(debt)).Where(notice => notice.Kind is Kind.Returned).Select(notice => (notice.Agency, notice.State, notice.Answer.Length > 0)).ShouldBe(
            [($"agencies/{debt.Agency}", State.Sent, true), ($"agencies/{debt.Agency}", State.Sent, true)]);
        office.Mail.Mails.ShouldContain(mail => mail.To.Contains(debt.Email));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Waits_for_a_person_when_nobody_or_several_took_over(int heirs)
    {
        await office.Set(Mode.Live);
        var (debt, heir) = await Returned();
        await office.Ends(debt, debt.Agency, [.. new[] { heir.Agency, heir.Receiver }.Take(heirs)]);

        await office.Sweep();

        (await office.NoticesAbout(debt)).ShouldBeEmpty();
        var held = await office.Notices.ListHeldNoticesAsync(new() { Plan = $"plans/{debt.Plan}" });
        held.TotalCount.ShouldBe(2);
        held.HeldNotices.Select(notice => (notice.Obligation, notice.Agency, notice.AgencyDisplayName, notice.HoldReason)).Distinct().ShouldBe(
            [($"obligations/{debt.Obligation}", $"agencies/{debt.Agency}", debt.AgencyName, "NO_SINGLE_HEIR")]);

        await office.Ends(debt, debt.Agency, heir.Agency);
        await office.Sweep();

        (await office.Notices.ListHeldNoticesAsync(new() { Plan = $"plans/{debt.Plan}" })).TotalCount.ShouldBe(0);
        (await office.NoticesAbout(debt)).ShouldContain(notice => notice.Agency == $"agencies/{heir.Agency}" && notice.Kind == Kind.Returned);
    }

    [Fact]
    public async Task Leaves_out_what_the_predecessor_never_submitted()
    {
        await office.Set(Mode.Live);
        var heir = await office.Owes(daysLeft: 60);
        var debt = await office.Owes(daysLeft: 6);
        await office.Ends(debt, debt.Agency, heir.Agency);

        await office.Sweep();

        (await office.NoticesAbout(debt)).ShouldBeEmpty();
        (await office.Notices.ListHeldNoticesAsync(new() { Plan = $"plans/{debt.Plan}" })).HeldNotices.Select(notice => (notice.Rung, notice.HoldReason)).ShouldBe(
            [("issued", "AGENCY_ENDED")]);
    }

    [Fact]
    public async Task Escalates_to_the_receivers_heir()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: -2);
        var heir = await office.Owes(daysLeft: 60);
        await office.Ends(debt, debt.Receiver, heir.Receiver);

        await office.Sweep();

        (await office.NoticesAbout(debt)).Where(notice => notice.Kind is Kind.Escalation).Select(notice => notice.Agency).Distinct().ShouldBe([$"agencies/{heir.Receiver}"]);
    }

    [Fact]
    public async Task Is_shown_page_by_page_while_it_is_held()
    {
        await office.Set(Mode.Off);
        var (debt, _) = await Returned();
        await office.Ends(debt, debt.Agency);
        var request = new V1.ListHeldNoticesRequest { Plan = $"plans/{debt.Plan}", PageSize = 1 };
        var rungs = new List<string>();
        do
        {
            var page = await office.Notices.ListHeldNoticesAsync(request);
            rungs.Add(page.HeldNotices.ShouldHaveSingleItem().Rung);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        rungs.ShouldBe(["returned-1", "issued"]);
    }

    // Known to Reporting as come back, and to this service before anybody sweeps.
    private async Task<(ADebt Debt, ADebt Heir)> Returned()
    {
        var heir = await office.Owes(daysLeft: 60, next => next with { AgencyName = "UBND phường Chiềng Cơi" });
        var debt = await office.Owes(daysLeft: 6, issued: false);
        await office.Announce(debt.Returned(3), $"reports/{debt.Report}", 3);
        await office.Issue(debt);
        await Eventually.Holds(async () => await office.Ask<bool>("select exists (select from owed where obligation_id = @Obligation and state = 'returned')", debt));
        office.Reporting.Said[debt.Obligation] = ObligationStates.Returned;
        return (debt, heir);
    }

    private async Task Sent(ADebt debt)
    {
        await office.Send();
        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).All(notice => notice.State is State.Sent or State.Withdrawn));
    }
}
