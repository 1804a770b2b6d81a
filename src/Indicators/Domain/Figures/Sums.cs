using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Domain.Figures;

/// <summary>Values of several units added up (tổng hợp): what any figure of all of them is counted from.</summary>
/// <param name="Units">That gave a value.</param>
/// <param name="Weighted">Of them, those that said what theirs is a share of.</param>
/// <param name="Total">Of the values; of judgements, how many are achieved.</param>
/// <param name="Numerator">Of those with a denominator.</param>
/// <param name="Denominator">Of those that have one.</param>
public sealed record Sums(int Units, int Weighted, decimal Total, decimal Numerator, decimal Denominator)
{
    // As many digits as sums over a country need; what is longer came of a denominator near zero.
    private const double Most = 1e20;

    public static Sums None { get; } = new(0, 0, 0, 0, 0);

    public static Sums operator +(Sums left, Sums right) => new(
        left.Units + right.Units, left.Weighted + right.Weighted, left.Total + right.Total, left.Numerator + right.Numerator, left.Denominator + right.Denominator);

    /// <summary>The value of all units together, six decimals; null where they do not add up to one.</summary>
    public decimal? Over(Measure measure) => measure.OverUnits switch
    {
        OverUnits.Sum when Units > 0 => Total,
        OverUnits.Average when Units > 0 => Rounded(Total / Units),
        OverUnits.Weighted => Rate(measure.Scale),
        _ => null,
    };

    /// <summary>Scale × numerator / denominator; null unless every value came with a denominator.</summary>
    public decimal? Rate(decimal? scale)
    {
        var isWhole = Units > 0 && Weighted == Units && Denominator > 0 && scale is not null;
        return isWhole && Math.Abs((double)Numerator / (double)Denominator * (double)scale!.Value) <= Most ? Rounded(Numerator / Denominator * scale.Value) : null;
    }

    internal static decimal Rounded(decimal number) => Math.Round(number, Measurement.Decimals, MidpointRounding.AwayFromZero);
}
