using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.Domain.Search;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Search;

/// <summary>The database folds what it keeps, the service what is asked: both must do it alike.</summary>
public sealed class FoldingInTheDatabase(Registry registry) : IClassFixture<Registry>
{
    private const string Vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Folds_every_word_of_a_plan_as_the_platform_does(string file)
    {
        var text = await File.ReadAllTextAsync(file);

        await ShouldBeAlike([.. SearchWord.In(text).Select(word => text[word.Start..word.End]).Distinct()]);
    }

    [Fact]
    public Task Folds_every_syllable_that_spelling_leaves_open() => ShouldBeAlike(
    [
        .. from opening in new[] { "", "h", "q", "th", "Đ", "k" }
           from first in Vowels
           from second in Vowels
           from closing in new[] { "", "n" }
           select $"{opening}{first}{second}{closing}",
    ]);

    [Fact]
    public async Task Knows_the_same_words_in_a_text()
    {
        const string text = "Số: 43/KH-UBND – “Tỷ lệ” 1,5%/năm; hoà giải (Ðắk Nông) y tế, m² và 10.000 dân…";

        var words = await registry.Ask<string>("select string_agg(lexeme, ' ' order by lexeme collate \"C\") from unnest(search_words(@text))", new { text });

        words.Split(' ').ShouldBe(SearchWord.In(text).SelectMany(word => new[] { word.Folded, word.Bare }).Distinct().Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Samples() => [.. System.IO.Directory.GetFiles(ImportingTheSamples.Folder, "*.txt")];

    private async Task ShouldBeAlike(string[] words)
    {
        var folded = await registry.Ask<string[]>("select array_agg(search_fold(word) order by place) from unnest(@words) with ordinality as t (word, place)", new { words });
        var bare = await registry.Ask<string[]>("select array_agg(search_bare(search_fold(word)) order by place) from unnest(@words) with ordinality as t (word, place)", new { words });

        words.Length.ShouldBeGreaterThan(200);
        words.Zip(folded).Where(pair => pair.Second != TextFolding.Fold(pair.First)).Select(pair => $"{pair.First}: {pair.Second}").ShouldBeEmpty();
        words.Zip(bare).Where(pair => pair.Second != Diacritics.Without(TextFolding.Fold(pair.First))).Select(pair => $"{pair.First}: {pair.Second}").ShouldBeEmpty();
    }
}
