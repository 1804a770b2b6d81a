using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Paging;

namespace SocialPolicy.BuildingBlocks.UnitTests.Paging;

public class ChoosingAPageSize
{
    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 1)]
    [InlineData(500, 500)]
    public void Takes_what_is_asked_and_the_default_for_zero(int asked, int taken) =>
        PageSize.Of(asked, usual: 50, largest: 500).ShouldBe(taken);

    [Theory]
    [InlineData(-1)]
    [InlineData(501)]
    public void Is_refused_out_of_range(int asked)
    {
        var refused = Should.Throw<RuleBroken>(() => PageSize.Of(asked, usual: 50, largest: 500)).First;

        refused.Reason.ShouldBe("PAGE_SIZE_OUT_OF_RANGE");
        refused.Facts["largest"].ShouldBe("500");
    }
}
