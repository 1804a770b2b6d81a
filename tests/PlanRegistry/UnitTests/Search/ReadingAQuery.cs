using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Search;

namespace SocialPolicy.PlanRegistry.UnitTests.Search;

public sealed class ReadingAQuery
{
    [Theory]
    [InlineData("Tỷ lệ hộ nghèo", "tỉ! lệ! hộ! nghèo!*")]
    [InlineData("ty le ho ngheo", "ti le ho ngheo*")]
    [InlineData("HOÀ bình ", "hòa! bình!")]
    [InlineData("y te ca", "y te ca*")]
    [InlineData("bảo hiểm y", "bảo! hiểm! y")]
    [InlineData("lao động, việc làm.", "lao động! việc! làm!")]
    [InlineData("Đắk Nông", "đắk! nông!*")]
    public void Takes_each_word_as_it_was_typed(string typed, string expected) =>
        string.Join(' ', SearchQuery.Parse(typed).Terms.Select(Show)).ShouldBe(expected);

    [Theory]
    [InlineData("43/KH-UBND", "43/kh-ubnd", "")]
    [InlineData("kế hoạch 43/KH-UBND", "43/kh-ubnd", "kế! họach!")]
    [InlineData("230-KH/HU", "230-kh/hu", "")]
    [InlineData("giảm 1,5%/năm", null, "giảm! 1 5 năm!*")]
    [InlineData("2021-2030", null, "2021 2030*")]
    public void Knows_the_number_of_a_document(string typed, string? number, string beside)
    {
        var query = SearchQuery.Parse(typed);

        query.Number.ShouldBe(number);
        string.Join(' ', query.BesideNumber.Select(Show)).TrimEnd('*').ShouldBe(beside.TrimEnd('*'));
    }

    [Theory]
    [InlineData("", "FIELD_REQUIRED")]
    [InlineData("   ", "FIELD_REQUIRED")]
    [InlineData("& | ! () :*", "QUERY_WITHOUT_WORDS")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21", "QUERY_HAS_TOO_MANY_WORDS")]
    public void Is_refused_without_words_or_with_too_many(string typed, string reason) =>
        Should.Throw<RuleBroken>(() => SearchQuery.Parse(typed)).First.Reason.ShouldBe(reason);

    [Fact]
    public void Is_refused_beyond_its_length() =>
        Should.Throw<RuleBroken>(() => SearchQuery.Parse(new string('a', 201))).First.Reason.ShouldBe("FIELD_TOO_LONG");

    private static string Show(SearchTerm term) => $"{term.Text}{(term.Marked ? "!" : "")}{(term.Prefix ? "*" : "")}";
}
