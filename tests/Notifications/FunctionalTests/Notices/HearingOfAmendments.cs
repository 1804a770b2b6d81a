using SocialPolicy.Harness;
using Mode = SocialPolicy.Notifications.V1.DeliverySettings.Types.Mode;
using State = SocialPolicy.Notifications.V1.Notice.Types.State;

namespace SocialPolicy.Notifications.FunctionalTests.Notices;

[Collection(nameof(Office))]
public sealed class HearingOfAmendments(Office office)
{
    [Fact]
    public async Task Tells_who_was_told_another_day_the_new_one()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 10, debt => debt with { HasMail = false });
        await office.Sweep();
        await office.Send();
        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).Any(notice => notice is { Rung: "issued", State: State.Sent }));

        await Moved(debt, debt.Due.AddDays(25), version: 2);
        await office.Sweep();
        await office.Send();

        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).Any(notice => notice is { Rung: "rescheduled", State: State.Sent }));
        var notices = await office.NoticesAbout(debt);
        notices.Count.ShouldBe(2);
        var told = notices.Single(notice => notice.Rung == "rescheduled");
        told.Kind.ShouldBe(V1.Notice.Types.Kind.Rescheduled);
        told.Body.ShouldContain(debt.Due.AddDays(25).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture));
        told.Body.ShouldContain("Hạn theo quyết định điều chỉnh.");
    }

    [Fact]
    public async Task Withdraws_what_says_the_old_day_and_has_not_gone()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 10, debt => debt with { HasMail = false });
        await office.Sweep();

        await Moved(debt, debt.Due.AddDays(25), version: 2);
        await office.Send();
        await office.Sweep();
        await office.Send();

        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).Any(notice => notice.State is State.Sent));
        (await office.NoticesAbout(debt)).Select(notice => (notice.Rung, notice.State, notice.Due.Month == debt.Due.AddDays(25).Month && notice.Due.Day == debt.Due.AddDays(25).Day)).ShouldBe(
            [("issued", State.Withdrawn, false), ("issued", State.Sent, true)], ignoreOrder: true);
    }

    [Fact]
    public async Task Keeps_the_new_day_when_the_issue_is_heard_last()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 10, debt => debt with { HasMail = false }, issued: false);
        var day = debt.Due.AddDays(25);
        await Moved(debt, day, version: 2);

        await office.Issue(debt);

        (await office.Ask<DateTime>("select due from owed where obligation_id = @Obligation", debt)).ShouldBe(day.ToDateTime(TimeOnly.MinValue));
    }

    [Fact]
    public async Task Says_nothing_more_of_what_is_exempted()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 6);

        await office.Announce(debt.Exempted(2), $"obligations/{debt.Obligation}", 2);
        await Eventually.Holds(async () => await office.Ask<string?>("select state from owed where obligation_id = @Obligation", debt) == "exempted");
        await office.Sweep();

        (await office.NoticesAbout(debt)).ShouldBeEmpty();
    }

    private async Task Moved(ADebt debt, DateOnly day, long version)
    {
        await office.Announce(debt.Moved(version, day), $"obligations/{debt.Obligation}", version);
        await Eventually.Holds(async () => await office.Ask<bool>("select exists (select from owed where obligation_id = @Obligation and moved_on is not null)", debt));
    }
}
