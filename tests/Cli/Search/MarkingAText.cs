using SocialPolicy.Cli.Search;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.UnitTests.Search;

public sealed class MarkingAText
{
    [Fact]
    public void Sets_off_what_was_looked_for_and_takes_brackets_for_text() => MarkedText.Of(new()
    {
        Text = "Tỷ lệ [hộ] nghèo\ndưới 3%",
        Highlights = { new SearchResult.Types.Highlight { Start = 7, End = 9 }, new SearchResult.Types.Highlight { Start = 11, End = 16 } },
    }).ShouldBe("Tỷ lệ [[[bold yellow]hộ[/]]] [bold yellow]nghèo[/] dưới 3%");

    [Fact]
    public void Leaves_a_text_without_finds_as_it_is() => MarkedText.Of(new() { Text = "Sở Y tế" }).ShouldBe("Sở Y tế");
}
