using SocialPolicy.Notifications.Domain.Ladders;
using SocialPolicy.Notifications.Domain.Notices;

namespace SocialPolicy.Notifications.UnitTests.Ladders;

public sealed class StandingForAnEndedAgency
{
    private static readonly DateOnly Due = new(2026, 12, 15);
    private static readonly Guid Ended = Guid.CreateVersion7();
    private static readonly Guid Heir = Guid.CreateVersion7();
    private static readonly Guid Receiver = Guid.CreateVersion7();

    [Fact]
    public void Tells_the_only_heir_what_came_back() =>
        Ladder.On(Due.AddDays(-6), Owed(new(Known: true, Heir), returned: 1)).Select(due => (due.To, due.Rung)).ShouldBe(
            [(new Recipient(Heir, TakesOver: true), "returned-1"), (new Recipient(Heir, TakesOver: true), "before-7")]);

    [Fact]
    public void Tells_the_agency_itself_while_it_is_there() =>
        Ladder.On(Due.AddDays(-40), Owed(new(Known: true, Ended), returned: 1)).Select(due => (due.To, due.Rung)).ShouldBe(
            [(new Recipient(Ended), "returned-1"), (new Recipient(Ended), "issued")]);

    [Fact]
    public void Holds_what_was_never_submitted_since_the_heir_owes_its_own()
    {
        Ladder.On(Due.AddDays(-40), Owed(new(Known: true, Heir))).ShouldHaveSingleItem().To.ShouldBe(new(Ended, Held: HoldReason.AgencyEnded));
        Ladder.On(Due.AddDays(-40), Owed(new(Known: true, null))).ShouldHaveSingleItem().To.ShouldBe(new(Ended, Held: HoldReason.AgencyEnded));
    }

    [Fact]
    public void Is_late_with_nothing() => Ladder.On(Due.AddDays(8), Owed(new(Known: true, Heir))).ShouldBeEmpty();

    [Fact]
    public void Holds_what_came_back_when_nobody_or_several_took_over() =>
        Ladder.On(Due.AddDays(-40), Owed(new(Known: true, null), returned: 1)).Select(due => due.To).ShouldAllBe(to => to == new Recipient(Ended, false, HoldReason.NoSingleHeir));

    [Fact]
    public void Holds_what_is_for_an_agency_that_nobody_knows_yet() =>
        Ladder.On(Due.AddDays(-40), Owed(new(Known: false, null))).ShouldHaveSingleItem().To.ShouldBe(new(Ended, Held: HoldReason.AgencyUnknown));

    [Fact]
    public void Escalates_to_the_receivers_heir_and_holds_what_has_no_single_one()
    {
        Escalated(new(Known: true, Heir)).ShouldBe(new(Heir, TakesOver: true));
        Escalated(new(Known: true, null)).ShouldBe(new(Receiver, Held: HoldReason.NoSingleHeir));

        static Recipient Escalated(Standing receiver) => Ladder
            .On(Due.AddDays(8), Owed(new(Known: true, Ended)) with { Receiver = Recipient.Receiving(Receiver, receiver) })
            .Single(due => due.Kind is NoticeKind.Escalation).To;
    }

    [Fact]
    public void Says_nothing_when_the_heir_is_who_receives_it() => Ladder.On(Due.AddDays(-6), Owed(new(Known: true, Receiver), returned: 1)).ShouldBeEmpty();

    [Fact]
    public void Leaves_nothing_to_say_to_the_agency_that_ended()
    {
        var owed = Owed(new(Known: true, Heir), returned: 1);

        Ladder.StillSays(Due.AddDays(-6), owed, Ended, "returned-1").ShouldBeFalse();
        Ladder.StillSays(Due.AddDays(-6), owed, Heir, "returned-1").ShouldBeTrue();
        Ladder.StillSays(Due.AddDays(-6), Owed(new(Known: true, null), returned: 1), Ended, "returned-1").ShouldBeFalse("it is held");
    }

    private static OwedObligation Owed(Standing agency, int returned = 0) => new(
        Recipient.Owing(Ended, agency, returned > 0), new(Receiver), Due.AddDays(-60), Due, Requested: false, OwnContribution: false, returned);
}
