using SocialPolicy.Workbooks.Reading;

namespace SocialPolicy.Workbooks.UnitTests.Reading;

public sealed class ReadingNumbers
{
    [Theory]
    [InlineData("97,5", DecimalMark.Comma, "97.5")]
    [InlineData("-0,125", DecimalMark.Comma, "-0.125")]
    [InlineData("1.234,5", DecimalMark.Comma, "1234.5")]
    [InlineData("1.234.567", DecimalMark.Comma, "1234567")]
    [InlineData("12", DecimalMark.Comma, "12")]
    [InlineData("97.125", DecimalMark.Point, "97.125")]
    [InlineData("1,234", DecimalMark.Point, "1,234")]
    [InlineData("97,5", DecimalMark.Either, "97.5")]
    [InlineData("97.5", DecimalMark.Either, "97.5")]
    [InlineData("0,125", DecimalMark.Either, "0.125")]
    [InlineData("1234,125", DecimalMark.Either, "1234.125")]
    [InlineData("1,234.5", DecimalMark.Either, "1234.5")]
    [InlineData("1.234,5", DecimalMark.Either, "1234.5")]
    [InlineData("1,234,567", DecimalMark.Either, "1234567")]
    [InlineData("", DecimalMark.Either, "")]
    public void Makes_plain_notation_of_what_can_be_one_number_only(string text, DecimalMark mark, string plain)
    {
        WrittenAsText.TryPlain(new(text, IsNumber: false), mark, out var read).ShouldBeTrue();
        read.ShouldBe(plain);
    }

    [Theory]
    [InlineData("1.234", DecimalMark.Comma)]
    [InlineData("97.5", DecimalMark.Comma)]
    [InlineData("1.234", DecimalMark.Either)]
    [InlineData("-12,345", DecimalMark.Either)]
    public void Takes_nothing_that_could_be_two(string text, DecimalMark mark) => WrittenAsText.TryPlain(new(text, IsNumber: false), mark, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1,2,3", DecimalMark.Comma)]
    [InlineData("1,234.5", DecimalMark.Comma)]
    [InlineData("12.34,5", DecimalMark.Either)]
    [InlineData("97,", DecimalMark.Comma)]
    [InlineData("abc", DecimalMark.Either)]
    [InlineData("1,2.3,4", DecimalMark.Either)]
    public void Leaves_what_is_no_number_as_it_is(string text, DecimalMark mark)
    {
        WrittenAsText.TryPlain(new(text, IsNumber: false), mark, out var read).ShouldBeTrue();
        read.ShouldBe(text);
    }

    [Fact]
    public void Believes_a_workbook_that_says_it_is_a_number()
    {
        WrittenAsText.TryPlain(new("1.234", IsNumber: true), DecimalMark.Either, out var read).ShouldBeTrue();
        read.ShouldBe("1.234");
    }
}
