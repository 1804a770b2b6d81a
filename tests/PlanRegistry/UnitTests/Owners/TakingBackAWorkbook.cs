using SocialPolicy.PlanRegistry.Domain.Owners;
using static SocialPolicy.PlanRegistry.UnitTests.Owners.AnItem;

namespace SocialPolicy.PlanRegistry.UnitTests.Owners;

public sealed class TakingBackAWorkbook
{
    private static readonly DateOnly Today = new(2026, 11, 10);
    private static readonly Ownership ByHealth = new(Health, []);
    private static readonly Ownership ByLabour = new(Labour, []);

    [Fact]
    public void Takes_rows_that_a_person_changed()
    {
        var (changed, left) = (Target(), Target());

        var (changes, errors) = TakingOwnerRows.Decide([changed, left], new([]), [Row(5, changed, Ownership.None, ByHealth), Row(6, left, Ownership.None, Ownership.None)], Today);

        errors.ShouldBeEmpty();
        changes.Changed.ShouldHaveSingleItem().ShouldBe((changed, ByHealth));
        changes.Unchanged.ShouldBe(1);
    }

    [Fact]
    public void Leaves_rows_alone_that_nobody_touched_whoever_changed_the_item_meanwhile()
    {
        var item = Target();

        var (changes, errors) = TakingOwnerRows.Decide([item], new([Assigned(item, 1, Today, Labour)]), [Row(5, item, ByHealth, ByHealth)], Today);

        (changes.Changed.Count, errors.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void Refuses_a_changed_row_whose_item_was_changed_meanwhile_unless_both_say_the_same()
    {
        var item = Target();
        var history = new OwnerHistory([Assigned(item, 1, Today, Labour)]);

        TakingOwnerRows.Decide([item], history, [Row(5, item, Ownership.None, ByHealth)], Today).Errors.ShouldHaveSingleItem().Rule.Reason.ShouldBe("OWNERS_CHANGED_MEANWHILE");
        TakingOwnerRows.Decide([item], history, [Row(5, item, Ownership.None, ByLabour)], Today).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Says_row_and_column_of_everything_that_is_wrong()
    {
        var item = Target();

        var errors = TakingOwnerRows.Decide(
            [item], new([]), [Row(5, Target(), Ownership.None, ByHealth), Row(6, item, Ownership.None, new(null, [Health])), Row(7, item, Ownership.None, new(Health, [Health]))], Today).Errors;

        errors.Select(error => (error.Row, error.Column, error.Rule.Reason)).ShouldBe(
            [(5, "A", "ITEM_NOT_FOUND"), (6, "I", "LEAD_MISSING"), (7, "A", "ITEM_ASSIGNED_TWICE"), (7, "K", "OWNER_NAMED_TWICE")]);
    }

    private static OwnerRow Row(int number, OwnableItem item, Ownership exported, Ownership entered) => new(number, item.Id, exported, entered, []);
}
