using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;
using Channel = SocialPolicy.Notifications.V1.Notice.Types.Channel;
using Mode = SocialPolicy.Notifications.V1.DeliverySettings.Types.Mode;
using ObligationStates = SocialPolicy.Reporting.V1.Obligation.Types.State;
using StatusCode = Grpc.Core.StatusCode;

namespace SocialPolicy.Notifications.FunctionalTests.Notices;

[Collection(nameof(Office))]
public sealed class HearingOfReports(Office office)
{
    [Fact]
    public async Task Keeps_a_settled_obligation_settled_when_its_issue_comes_last()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 6, issued: false);

        await office.Announce(debt.Settled(3), $"obligations/{debt.Obligation}", 3);
        await Heard(debt, "settled");
        await office.Announce(debt.Submitted(2), $"reports/{debt.Report}", 2);
        await office.Issue(debt);
        await office.Sweep();

        (await State(debt)).ShouldBe("settled");
        (await office.NoticesAbout(debt)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_silent_while_the_receiver_has_the_report_and_tells_of_its_return()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 6);
        await office.Announce(debt.Submitted(2), $"reports/{debt.Report}", 2);
        await Heard(debt, "submitted");
        await office.Sweep();
        (await office.NoticesAbout(debt)).ShouldBeEmpty();

        office.Reporting.Said[debt.Obligation] = ObligationStates.Returned;
        await office.Announce(debt.Returned(3), $"reports/{debt.Report}", 3);
        await Heard(debt, "returned");
        await office.Sweep();
        await office.Send();
        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).Count(notice => notice is { Rung: "returned-1", State: V1.Notice.Types.State.Sent }) == 2);

        (await office.NoticesAbout(debt)).First(notice => notice.Rung == "returned-1").Body.ShouldContain("Thiếu số liệu hộ nghèo.");
    }

    [Fact]
    public async Task Puts_notices_into_the_inbox_of_an_agency_without_mail_where_its_officers_acknowledge_them()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 40, debt => debt with { HasMail = false });
        await office.Sweep();
        await office.Send();
        var officer = office.NoticesOf(debt.AgencyCode);
        await Eventually.Holds(async () => (await officer.ListInboxAsync(new() { Agency = debt.AgencyCode })).Notices.Count == 1);
        var notice = (await officer.ListInboxAsync(new() { Agency = debt.AgencyCode, UnreadOnly = true })).Notices.ShouldHaveSingleItem();

        var first = await officer.AcknowledgeNoticeAsync(new() { Name = notice.Name });
        var second = await officer.AcknowledgeNoticeAsync(new() { Name = notice.Name });

        (first.State, first.Channel).ShouldBe((V1.Notice.Types.State.Acknowledged, Channel.Inbox));
        second.ShouldBe(first);
        (await officer.ListInboxAsync(new() { Agency = debt.AgencyCode, UnreadOnly = true })).Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_the_inbox_of_an_agency_from_others()
    {
        var (debt, other) = (await office.Owes(daysLeft: 40), await office.Owes(daysLeft: 40));

        var refused = await Refused.By(office.NoticesOf(other.AgencyCode).ListInboxAsync(new() { Agency = debt.AgencyCode }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.PermissionDenied, "AGENCY_NOT_YOURS"));
    }

    [Fact]
    public async Task Refuses_to_redirect_to_nowhere()
    {
        var refused = await Refused.By(() => office.Set(Mode.Redirect));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.FailedPrecondition, "REDIRECT_ADDRESS_REQUIRED"));
    }

    private Task Heard(ADebt debt, string state) => Eventually.Holds(async () => await State(debt) == state);

    private Task<string?> State(ADebt debt) => office.Ask<string?>("select state from owed where obligation_id = @Obligation", debt);
}
