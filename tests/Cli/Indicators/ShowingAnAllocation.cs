using SocialPolicy.Cli.Indicators;
using SocialPolicy.Indicators.V1;
using static SocialPolicy.Indicators.V1.TargetAllocation.Types;

namespace SocialPolicy.Cli.UnitTests.Indicators;

public sealed class ShowingAnAllocation
{
    [Fact]
    public void Sets_units_below_each_other_and_years_beside()
    {
        var allocation = new TargetAllocation
        {
            AddsUp = true,
            Years =
            {
                new Year { Year_ = 2029, Total = "7", Shares = { Share("2", "7") } },
                new Year { Year_ = 2030, Total = "100.5", Demanded = "100.5", Shares = { Share("1", "60.25"), Share("2", "40.25") } },
            },
        };

        AllocationSheet.Rows(allocation).ShouldBe(
            [["gso:1", "Xã 1", "", "60.25"], ["gso:2", "Xã 2", "7", "40.25"], ["", "together", "7", "100.5"], ["", "demanded", "–", "100.5"]]);
    }

    [Fact]
    public void Adds_nothing_up_that_does_not_add_up() =>
        AllocationSheet.Rows(new() { Years = { new Year { Year_ = 2030, Total = "5", Demanded = "3", Shares = { Share("1", "5") } } } }).ShouldBe([["gso:1", "Xã 1", "5"], ["", "demanded", "3"]]);

    [Fact]
    public void Has_no_rows_of_what_is_not_broken_down() => AllocationSheet.Rows(new()).ShouldBeEmpty();

    private static Share Share(string unit, string value) => new() { Unit = $"units/{unit}", UnitCode = $"gso:{unit}", UnitName = $"Xã {unit}", Value = value };
}
