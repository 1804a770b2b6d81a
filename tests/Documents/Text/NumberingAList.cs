namespace SocialPolicy.Documents.Text;

public sealed class NumberingAList
{
    [Fact]
    public void Counts_letters() =>
        Enumerable.Range(1, 28).Select(ListNumbers.LowerLetter)
            .ShouldBe(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "aa", "bb"]);

    [Theory]
    [InlineData(1, "I")]
    [InlineData(4, "IV")]
    [InlineData(9, "IX")]
    [InlineData(14, "XIV")]
    [InlineData(1999, "MCMXCIX")]
    [InlineData(4000, "4000")]
    [InlineData(0, "0")]
    [InlineData(int.MinValue, "-2147483648")]
    public void Counts_in_roman_numbers(int number, string roman) => ListNumbers.UpperRoman(number).ShouldBe(roman);

    [Theory]
    [InlineData(int.MaxValue, "2147483647")]
    [InlineData(-1, "-1")]
    [InlineData(0, "0")]
    public void Falls_back_to_digits_where_letters_end(int number, string printed) => ListNumbers.UpperLetter(number).ShouldBe(printed);
}
