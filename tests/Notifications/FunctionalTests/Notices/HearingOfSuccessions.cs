using SocialPolicy.Harness;
using Kind = SocialPolicy.Notifications.V1.Notice.Types.Kind;
using Mode = SocialPolicy.Notifications.V1.DeliverySettings.Types.Mode;
using ObligationStates = SocialPolicy.Reporting.V1.Obligation.Types.State;
using State = SocialPolicy.Notifications.V1.Notice.Types.State;

namespace SocialPolicy.Notifications.FunctionalTests.Notices;

[Collection(nameof(Office))]
public sealed class HearingOfSuccessions(Office office)
{
    [Fact]
    public async Task Withdraws_what_waits_for_the_agency_that_ended_and_tells_the_heir()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 6);
        await office.Sweep();
        (await office.NoticesAbout(debt)).ShouldAllBe(notice => notice.State == State.Queued);

        office.Reporting.Said[debt.Obligation] = ObligationStates.Exempted;
        await office.Announce(debt.Exempted(2, "AGENCY_ENDED"), Name(debt), 2);
        await IsKnown(debt, "state = 'exempted'");
        var heir = await office.Owes(daysLeft: 6, next => next with { AgencyName = "UBND phường Chiềng Cơi" });
        await office.Sweep();
        await office.Send();
        await Eventually.Holds(async () => (await office.NoticesAbout(heir)).All(notice => notice.State is State.Sent));

        (await office.NoticesAbout(debt)).ShouldAllBe(notice => notice.State == State.Withdrawn && notice.Kind == Kind.Issued);
        (await office.NoticesAbout(heir)).Select(notice => notice.Kind).ShouldBe([Kind.Issued, Kind.Issued]);
        office.Mail.Mails.ShouldNotContain(mail => mail.To.Contains(debt.Email));
        office.Mail.Mails.ShouldContain(mail => mail.To.Contains(heir.Email));
    }

    [Fact]
    public async Task Reminds_again_of_what_was_exempted_and_is_owed_after_all()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 6);
        await office.Sweep();
        office.Reporting.Said[debt.Obligation] = ObligationStates.Exempted;
        await office.Announce(debt.Exempted(2, "AGENCY_ENDED"), Name(debt), 2);
        await IsKnown(debt, "state = 'exempted'");
        await office.Send();
        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).All(notice => notice.State is State.Withdrawn));

        office.Reporting.Said[debt.Obligation] = ObligationStates.Owed;
        await office.Announce(debt.Moved(3, debt.Due), Name(debt), 3);
        await IsKnown(debt, "state = 'owed'");
        await office.Sweep();
        await office.Send();
        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).All(notice => notice.State is State.Sent));

        (await office.NoticesAbout(debt)).Select(notice => notice.Kind).ShouldBe([Kind.Issued, Kind.Issued]);
        office.Mail.Mails.Where(mail => mail.To.Contains(debt.Email)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Tells_the_receivers_heir_who_is_overdue_and_no_longer_the_receiver()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: -2);
        var heir = await office.Owes(daysLeft: 60);
        await office.Sweep();
        (await office.NoticesAbout(debt)).ShouldContain(notice => notice.Kind == Kind.Escalation && notice.Agency == $"agencies/{debt.Receiver}");

        await office.Announce(debt.HandedTo(heir.Receiver, 2, "owed"), Name(debt), 2);
        await IsKnown(debt, "obligation_version = 2");
        await office.Sweep();
        await office.Send();
        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).All(notice => notice.State is not State.Queued));

        (await office.NoticesAbout(debt)).Where(notice => notice.Kind is Kind.Escalation).Select(notice => (notice.Agency, notice.State)).ShouldBe(
            [($"agencies/{debt.Receiver}", State.Withdrawn), ($"agencies/{heir.Receiver}", State.Sent)], ignoreOrder: true);
    }

    [Fact]
    public async Task Chases_nobody_for_what_waits_with_the_receivers_heir()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 6);
        var heir = await office.Owes(daysLeft: 60);
        await office.Announce(debt.Submitted(2), $"reports/{debt.Report}", 2);
        await IsKnown(debt, "state = 'submitted'");

        await office.Announce(debt.HandedTo(heir.Receiver, 3, "submitted"), Name(debt), 3);
        await IsKnown(debt, "obligation_version = 3");
        await office.Sweep();

        (await office.Ask<string>("select state from owed where obligation_id = @Obligation", debt)).ShouldBe("submitted");
        (await office.NoticesAbout(debt)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Knows_why_a_report_came_back_though_it_hears_of_the_new_receiver_first()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 6);
        var heir = await office.Owes(daysLeft: 60);
        await office.Announce(debt.HandedTo(heir.Receiver, 4, "returned"), Name(debt), 4);
        await IsKnown(debt, "obligation_version = 4");

        await office.Announce(debt.Returned(3), $"reports/{debt.Report}", 3);
        await IsKnown(debt, "submission = 1");
        await office.Sweep();

        (await office.NoticesAbout(debt)).ShouldContain(notice => notice.Kind == Kind.Returned && notice.Body.Contains("Thiếu số liệu hộ nghèo."));
        (await office.Ask<long>("select obligation_version from owed where obligation_id = @Obligation", debt)).ShouldBe(4);
    }

    private Task IsKnown(ADebt debt, string condition) => Eventually.Holds(async () =>
        await office.Ask<bool>($"select exists (select from owed where obligation_id = @Obligation and {condition})", debt));

    private static string Name(ADebt debt) => $"obligations/{debt.Obligation}";
}
