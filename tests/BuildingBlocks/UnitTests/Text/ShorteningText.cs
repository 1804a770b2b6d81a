using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.BuildingBlocks.UnitTests.Text;

public sealed class ShorteningText
{
    [Theory]
    [InlineData("kế hoạch", 20, "kế hoạch")]
    [InlineData("kế hoạch", 8, "kế hoạch")]
    [InlineData("kế hoạch", 2, "kế")]
    [InlineData("kế hoạch", 0, "")]
    [InlineData("ab\U0001F3E0cd", 3, "ab")]
    [InlineData("ab\U0001F3E0cd", 4, "ab\U0001F3E0")]
    public void Never_leaves_half_a_character(string text, int longest, string expected) => text.Shortened(longest).ShouldBe(expected);
}
