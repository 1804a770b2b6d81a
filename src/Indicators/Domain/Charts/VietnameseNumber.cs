using System.Globalization;

namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>Numbers as Vietnamese texts print them: "1.234,5".</summary>
public static class VietnameseNumber
{
    private const int MostDecimals = 10;

    private static readonly NumberFormatInfo Format = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NumberGroupSizes = [3], NegativeSign = "-" };

    /// <summary>Rounded half away from zero; without zeros at the end.</summary>
    public static string Write(decimal number, int mostDecimals = MostDecimals)
    {
        var rounded = Math.Round(number, Math.Clamp(mostDecimals, 0, MostDecimals), MidpointRounding.AwayFromZero);
        return rounded == 0 ? "0" : rounded.ToString("#,##0.##########", Format);
    }

    /// <summary>To two decimals, or to two significant digits below that: what fits beside a mark.</summary>
    public static string Short(decimal number)
    {
        if (number == 0 || Math.Abs(number) >= 0.1m)
            return Write(number, 2);
        return Write(number, 1 - (int)Math.Floor(Math.Log10((double)Math.Abs(number))));
    }
}

/// <summary>What large numbers are counted in, so that they can be read.</summary>
internal sealed record Magnitude(decimal Factor, string Word)
{
    private const decimal Unseen = 1000;

    private static readonly Magnitude[] All =
        [new(1_000_000_000_000_000, "triệu tỷ"), new(1_000_000_000_000, "nghìn tỷ"), new(1_000_000_000, "tỷ"), new(1_000_000, "triệu")];

    private static readonly Magnitude One = new(1, "");

    /// <summary>The largest that the largest of the values has at least one of.</summary>
    public static Magnitude Of(IEnumerable<decimal> values)
    {
        var most = values.Select(Math.Abs).DefaultIfEmpty(0).Max();
        return All.FirstOrDefault(magnitude => most >= magnitude.Factor, One);
    }

    /// <summary>A tick of an axis.</summary>
    public string Tick(decimal number) => VietnameseNumber.Write(number / Factor);

    /// <summary>A value beside its mark; beside much larger ones it is next to nothing.</summary>
    public string Short(decimal number) =>
        Factor > 1 && number != 0 && Math.Abs(number) < Factor / Unseen ? "≈ 0" : VietnameseNumber.Short(number / Factor);

    /// <summary>A value with its unit, in full.</summary>
    public static string Full(decimal number, string unit) => unit.Length == 0 ? VietnameseNumber.Write(number) : $"{VietnameseNumber.Write(number)} {unit}";

    /// <summary>"triệu đồng".</summary>
    public string Named(string unit) => $"{Word} {unit}".Trim();
}
