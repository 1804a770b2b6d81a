using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.UnitTests.Plans;

public sealed class CorrectingAnItem
{
    private readonly ConfirmReadingRequest request = new() { Name = "plans/p" };

    [Fact]
    public void Names_the_item_by_the_plan_and_says_which_fields_it_sets()
    {
        var items = new ItemCorrections(request.Name, request.ItemCorrections);
        items.Set("targets/t", "year", "2031");
        items.Set("reportingDuties/d", "deadline", "2026-12-20");

        request.ItemCorrections.Select(item => item.ItemCase).ShouldBe([ItemCorrection.ItemOneofCase.Target, ItemCorrection.ItemOneofCase.ReportingDuty]);
        request.ItemCorrections[0].Target.Name.ShouldBe("plans/p/targets/t");
        request.ItemCorrections[0].Target.Year.ShouldBe(2031);
        request.ItemCorrections[0].UpdateMask.Paths.ShouldBe(["year"]);
        request.ItemCorrections[1].ReportingDuty.Deadline.ShouldBe(new Google.Type.Date { Year = 2026, Month = 12, Day = 20 });
    }

    [Fact]
    public void Gathers_all_that_is_said_of_one_item_and_leaves_the_rest_of_its_threshold()
    {
        var items = new ItemCorrections(request.Name, request.ItemCorrections);
        items.Set("targets/t", "threshold.comparator", "at_least");
        items.Set("targets/t", "threshold.value", "80.5");
        items.Set("targets/t", "population", "trẻ em dưới 6 tuổi");

        var correction = request.ItemCorrections.ShouldHaveSingleItem();
        correction.UpdateMask.Paths.ShouldBe(["threshold.comparator", "threshold.value", "population"]);
        correction.Target.Threshold.ShouldBe(new Types.V1.Threshold { Comparator = Types.V1.Comparator.AtLeast, Value = "80.5" });
    }

    [Fact]
    public void Drops_an_item()
    {
        new ItemCorrections(request.Name, request.ItemCorrections).Of("tasks/k").Drop = true;

        request.ItemCorrections.ShouldHaveSingleItem().Drop.ShouldBeTrue();
        request.ItemCorrections[0].Task.Name.ShouldBe("plans/p/tasks/k");
    }

    [Theory]
    [InlineData("notes/n")]
    [InlineData("t")]
    public void Refuses_what_is_no_item_and_names_it(string item) =>
        Should.Throw<IOException>(() => new ItemCorrections(request.Name, request.ItemCorrections).Of(item)).Message.ShouldContain(item);

    [Fact]
    public void Refuses_a_field_that_an_item_does_not_have() =>
        Should.Throw<IOException>(() => new ItemCorrections(request.Name, request.ItemCorrections).Set("targets/t", "colour", "red")).Message.ShouldContain("colour");
}
