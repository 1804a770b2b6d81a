using SocialPolicy.PlanRegistry.Domain.Owners;
using static SocialPolicy.PlanRegistry.UnitTests.Owners.AnItem;

namespace SocialPolicy.PlanRegistry.UnitTests.Owners;

public sealed class AskingWhoOwnsAnItem
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Later = new(2026, 3, 1);

    [Fact]
    public void Answers_with_the_latest_first_day_that_has_come()
    {
        var item = Target();
        var history = new OwnerHistory([Assigned(item, 1, Later, Health), Assigned(item, 2, First, Labour)]);

        history.On(item.Id, First.AddDays(-1)).ShouldBeNull();
        history.OwnersOn(item.Id, Later.AddDays(-1)).LeadId.ShouldBe(Labour);
        history.OwnersOn(item.Id, Later).LeadId.ShouldBe(Health);
    }

    [Fact]
    public void Answers_with_the_later_said_of_two_with_the_same_day()
    {
        var item = Target();

        new OwnerHistory([Assigned(item, 2, First, Labour), Assigned(item, 1, First, Health)]).OwnersOn(item.Id, First).LeadId.ShouldBe(Labour);
    }

    [Fact]
    public void Finds_everybody_who_owned_it_between_two_days()
    {
        var item = Target();
        var history = new OwnerHistory([Assigned(item, 1, First, Health), Assigned(item, 2, Later, Labour)]);

        history.Between(item.Id, First.AddDays(5), Later).Select(owners => owners.LeadId).ShouldBe([Health, Labour]);
        history.Between(item.Id, First.AddDays(5), Later.AddDays(-1)).Select(owners => owners.LeadId).ShouldBe([Health]);
    }

    [Fact]
    public void Takes_agencies_in_another_order_for_the_same()
    {
        new Ownership(Health, [Labour, Guid.Empty]).SaysTheSameAs(new(Health, [Guid.Empty, Labour])).ShouldBeTrue();
        new Ownership(Health, [Labour]).SaysTheSameAs(new(Labour, [Health])).ShouldBeFalse();
    }

    [Fact]
    public void Says_why_nobody_leads()
    {
        var item = Target();

        Unowned.Why(item, null, _ => true).ShouldBe(UnownedCause.NeverAssigned);
        Unowned.Why(item, Assigned(item, 1, First, null), _ => true).ShouldBe(UnownedCause.Withdrawn);
        Unowned.Why(item, Assigned(item, 1, First, Health), _ => false).ShouldBe(UnownedCause.LeadEnded);
        Unowned.Why(item, Assigned(item, 1, First, Health), _ => true).ShouldBeNull();
        Unowned.Why(Target(vision: true), null, _ => true).ShouldBeNull();
    }
}
