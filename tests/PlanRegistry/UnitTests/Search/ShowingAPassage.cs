using System.Text;
using SocialPolicy.PlanRegistry.Domain.Search;

namespace SocialPolicy.PlanRegistry.UnitTests.Search;

public sealed class ShowingAPassage
{
    [Theory]
    [InlineData("ho ngheo", "Tỷ lệ [hộ nghèo] giảm; [hỗ] trợ [hộ]")]
    [InlineData("hộ nghèo", "Tỷ lệ [hộ nghèo] giảm; hỗ trợ [hộ]")]
    [InlineData("hồ", "Tỷ lệ hộ nghèo giảm; hỗ trợ hộ")]
    [InlineData("ty le", "[Tỷ lệ] hộ nghèo giảm; hỗ trợ hộ")]
    [InlineData("ngh", "Tỷ lệ hộ [nghèo] giảm; hỗ trợ hộ")]
    [InlineData("ngh ", "Tỷ lệ hộ nghèo giảm; hỗ trợ hộ")]
    public void Marks_the_words_that_were_asked_for(string typed, string expected) =>
        Show(Passage.Of("Tỷ lệ hộ nghèo giảm; hỗ trợ hộ", SearchQuery.Parse(typed))).ShouldBe(expected);

    [Fact]
    public void Marks_places_in_the_text_as_it_was_received()
    {
        var decomposed = "Tỷ lệ hộ nghèo".Normalize(NormalizationForm.FormD);

        var passage = Passage.Of(decomposed, SearchQuery.Parse("hộ nghèo"));

        passage.Text.ShouldBe(decomposed);
        var (start, end) = passage.Highlights.ShouldHaveSingleItem();
        decomposed[start..end].ShouldBe("hộ nghèo".Normalize(NormalizationForm.FormD));
    }

    [Fact]
    public void Cuts_the_best_part_out_of_a_long_text_between_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("tuyên truyền vận động", 40)) + " hỗ trợ hộ nghèo vay vốn " + string.Join(' ', Enumerable.Repeat("kiểm tra giám sát", 40));

        var passage = Passage.Best(text, SearchQuery.Parse("hộ nghèo vay vốn"), 120).ShouldNotBeNull();

        Show(passage).ShouldContain("hỗ trợ [hộ nghèo vay vốn] kiểm tra");
        passage.Text.Length.ShouldBeInRange(90, 122);
        passage.Text.ShouldStartWith("…");
        passage.Text.ShouldEndWith("…");
        text.Split(' ').ShouldContain(passage.Text.Trim('…').Split(' ')[0]);
    }

    [Fact]
    public void Shows_nothing_of_a_text_that_holds_nothing_of_it() => Passage.Best("tuyên truyền", SearchQuery.Parse("nghèo"), 100).ShouldBeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Survives_texts_without_blanks_and_halves_of_characters(int halves)
    {
        var text = new string('a', 500) + new string('\uD83D', halves) + " nghèo";

        Show(Passage.Best(text, SearchQuery.Parse("ngheo"), 50)!).ShouldContain("[nghèo]");
    }

    private static string Show(Passage passage)
    {
        var shown = passage.Text;
        foreach (var (start, end) in passage.Highlights.Reverse())
            shown = $"{shown[..start]}[{shown[start..end]}]{shown[end..]}";
        return shown;
    }
}
