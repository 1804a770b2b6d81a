using Grpc.Core;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;
using static SocialPolicy.Notifications.V1.Notice.Types;
using Mode = SocialPolicy.Notifications.V1.DeliverySettings.Types.Mode;

namespace SocialPolicy.Notifications.FunctionalTests.Notices;

/// <summary>An address is kept as long as it serves, and can be put right.</summary>
[Collection(nameof(Office))]
public sealed class KeepingAddresses(Office office)
{
    [Fact]
    public async Task Corrects_an_address_wherever_a_notice_holds_it_and_does_not_repeat_it_in_the_audit()
    {
        var debt = await Told();
        var right = $"right-{debt.Obligation:N}@example.vn";

        var answer = await office.Administrator.CorrectAddressAsync(new() { Address = debt.Email.ToUpperInvariant(), CorrectedAddress = right });

        answer.NoticeCount.ShouldBe(1);
        var notices = await office.NoticesAbout(debt);
        notices.Single(notice => notice.Channel is Channel.Email).Address.ShouldBe(right);
        notices.Single(notice => notice.Channel is Channel.Inbox).Address.ShouldBeEmpty();
        (await office.Administrator.CorrectAddressAsync(new() { Address = right })).NoticeCount.ShouldBe(1);
        (await office.NoticesAbout(debt)).ShouldAllBe(notice => notice.Address.Length == 0 && notice.State == State.Sent);
        (await office.Ask<long>("select count(*) from ground.audit_log where method like '%/CorrectAddress' and detail in ('address corrected in 1 notices', 'address removed from 1 notices')", new { }))
            .ShouldBeGreaterThanOrEqualTo(2);
        (await office.Ask<long>("select count(*) from ground.audit_log l where position(@Email in l::text) > 0", debt)).ShouldBe(0);
    }

    [Fact]
    public async Task Lets_nobody_else_do_it_and_takes_no_address_that_is_none()
    {
        (await Refused.By(office.Notices.CorrectAddressAsync(new() { Address = "a@example.vn" }))).Code.ShouldBe(StatusCode.PermissionDenied);
        (await Refused.By(office.Administrator.CorrectAddressAsync(new() { Address = "a@example.vn", CorrectedAddress = "nowhere" }))).Reason.ShouldBe("ADDRESS_MALFORMED");
        (await Refused.By(office.Administrator.CorrectAddressAsync(new()))).Reason.ShouldBe("FIELD_REQUIRED");
    }

    [Fact]
    public async Task Forgets_the_address_of_what_is_done_with_after_its_time_and_not_that_it_was_told()
    {
        var (old, recent) = (await Told(), await Told());
        await office.Ask<int>("update notices set created_at = created_at - interval '181 days' where obligation_id = @Obligation returning 1", old);

        await office.Run("forget-addresses");

        var kept = (await office.NoticesAbout(old)).Single(notice => notice.Channel is Channel.Email);
        (kept.Address, kept.State, kept.Rung).ShouldBe(("", State.Sent, "issued"));
        kept.Subject.ShouldNotBeEmpty();
        (await office.NoticesAbout(recent)).Single(notice => notice.Channel is Channel.Email).Address.ShouldBe(recent.Email);
    }

    private async Task<ADebt> Told()
    {
        await office.Set(Mode.Live);
        var debt = await office.Owes(daysLeft: 40);
        await office.Sweep();
        await office.Send();
        await Eventually.Holds(async () => (await office.NoticesAbout(debt)).All(notice => notice.State is State.Sent));
        return debt;
    }
}
