using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.UnitTests.Plans;
using static SocialPolicy.PlanRegistry.UnitTests.Owners.AnItem;

namespace SocialPolicy.PlanRegistry.UnitTests.Owners;

public sealed class AssigningOwnersOfItems
{
    private static readonly DateOnly Today = new(2026, 11, 10);
    private static readonly OwnerHistory Nothing = new([]);

    [Fact]
    public void Changes_what_has_other_owners_and_counts_the_rest()
    {
        var (mine, other) = (Target(), Target());
        var history = new OwnerHistory([Assigned(mine, 1, Today, Health)]);

        var changes = AssigningOwners.Decide([mine, other], history, [Intent(Health, mine, other)], Today);

        changes.Changed.ShouldHaveSingleItem().Item.ShouldBe(other);
        changes.Unchanged.ShouldBe(1);
    }

    [Fact]
    public void Selects_by_theme_and_by_section()
    {
        var (section, below, beside) = (Task("1"), (OwnableItem?)null, Task("2", theme: "y_te"));
        below = Task("1.1", section);

        AssigningOwners.Decide([section, below, beside], Nothing, [Intent(Health) with { Section = section.Id }], Today).Changed.Select(change => change.Item).ShouldBe([section, below]);
        AssigningOwners.Decide([section, below, beside], Nothing, [Intent(Health) with { Theme = "y_te" }], Today).Changed.Select(change => change.Item).ShouldBe([beside]);
    }

    [Fact]
    public void Leaves_what_somebody_leads_on_the_first_day()
    {
        var (led, free) = (Target(), Target());
        var history = new OwnerHistory([Assigned(led, 1, Today, Labour), Assigned(free, 2, Today.AddDays(1), Labour)]);

        AssigningOwners.Decide([led, free], history, [Intent(Health) with { Theme = "y_te", OnlyUnowned = true }], Today).Changed.Select(change => change.Item).ShouldBe([free]);
    }

    [Fact]
    public void Is_refused_for_every_wrong_intent_at_once()
    {
        var item = Target();
        AssignmentIntent[] wrong = [Intent(null, item), Intent(Health, item) with { Theme = "y_te" }, Intent(Health, item) with { Owners = new(Health, [Health]) }, Intent(Health, item) with { Withdraw = true }];

        Should.Throw<BuildingBlocks.Domain.Rules.RuleBroken>(() => AssigningOwners.Decide([item], Nothing, wrong, Today)).Rules.Select(rule => rule.Reason)
            .ShouldBe(["FIELD_REQUIRED", "ASSIGNMENT_AMBIGUOUS", "OWNER_NAMED_TWICE", "WITHDRAWAL_WITH_OWNERS"]);
    }

    [Fact]
    public void Is_refused_for_items_that_are_not_there_and_for_those_named_twice()
    {
        var item = Target();

        APlan.ShouldBreak(() => AssigningOwners.Decide([item], Nothing, [Intent(Health, Target())], Today)).Reason.ShouldBe("ITEM_NOT_FOUND");
        APlan.ShouldBreak(() => AssigningOwners.Decide([item], Nothing, [Intent(Health, item), Intent(Labour, item)], Today)).Reason.ShouldBe("ITEM_ASSIGNED_TWICE");
        APlan.ShouldBreak(() => AssigningOwners.Decide([item], Nothing, [Intent(Health) with { Theme = "giao_duc" }], Today)).Reason.ShouldBe("NOTHING_SELECTED");
    }
}
