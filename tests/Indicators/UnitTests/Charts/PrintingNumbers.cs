using System.Globalization;
using SocialPolicy.Indicators.Domain.Charts;

namespace SocialPolicy.Indicators.UnitTests.Charts;

public sealed class PrintingNumbers
{
    [Theory]
    [InlineData("1234.5", "1.234,5")]
    [InlineData("1234567.89", "1.234.567,89")]
    [InlineData("-1234.50", "-1.234,5")]
    [InlineData("0", "0")]
    [InlineData("100", "100")]
    [InlineData("0.05", "0,05")]
    [InlineData("123456789012345678", "123.456.789.012.345.678")]
    [InlineData("0.00000000000000001", "0")]
    [InlineData("-0.00000000000000001", "0")]
    public void Follows_vietnamese_texts(string number, string printed) => VietnameseNumber.Write(Parse(number)).ShouldBe(printed);

    [Theory]
    [InlineData("93.456", "93,46")]
    [InlineData("93.455", "93,46")]
    [InlineData("-93.455", "-93,46")]
    [InlineData("0.1234", "0,12")]
    [InlineData("0.01234", "0,012")]
    [InlineData("0.0001234", "0,00012")]
    [InlineData("12345.678", "12.345,68")]
    public void Is_short_beside_a_mark(string number, string printed) => VietnameseNumber.Short(Parse(number)).ShouldBe(printed);

    private static decimal Parse(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);
}
