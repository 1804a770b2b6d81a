namespace SocialPolicy.Indicators.Domain.Statistics;

/// <summary>The value of an indicator at the end of a year. Of at most 18 digits, as the contract has it.</summary>
public sealed record YearValue(int Year, decimal Value);

/// <summary>The value of an indicator in one of several units (đơn vị hành chính).</summary>
/// <param name="Unit">Whatever tells the units apart: a name or a key.</param>
/// <param name="Value">Of at most 18 digits, as the contract has it.</param>
public sealed record UnitValue(string Unit, decimal Value);

/// <summary>How figures are cut: half away from zero, once, at the end.</summary>
internal static class Rounding
{
    private const int MostDecimals = 10;

    /// <summary>To one decimal more than the values themselves have.</summary>
    public static decimal Like(IEnumerable<YearValue> values, decimal figure) =>
        Math.Round(figure, Math.Min(values.Max(value => DecimalsOf(value.Value)) + 1, MostDecimals), MidpointRounding.AwayFromZero);

    // 61.20 was not measured finer than 61.2.
    private static int DecimalsOf(decimal number) => (number / 1.0000000000000000000000000000m).Scale;
}
