namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>What is said of an indicator in a unit and a period.</summary>
/// <param name="Value">In the unit of measure of the indicator; null for a judgement.</param>
/// <param name="Numerator">What the value is made of, in units counted; null when not known.</param>
/// <param name="Denominator">With a numerator: what it is a share of.</param>
/// <param name="Achieved">A person's judgement of what has no number.</param>
/// <param name="Official">Published by the statistics office.</param>
/// <param name="Note">What else there is to say; of a judgement: its evidence.</param>
public readonly record struct Measurement(
    decimal? Value, decimal? Numerator = null, decimal? Denominator = null, bool? Achieved = null, bool Official = false, string Note = "")
{
    /// <summary>Behind the point of every number that is kept.</summary>
    public const int Decimals = 6;

    /// <summary>
    /// What is missing of value, numerator and denominator, counted from the others where it can be: a rate from its parts, the part
    /// from rate and whole. It is what is kept, so that sums over many are exact.
    /// </summary>
    /// <param name="scale">Of the indicator; null when it is no ratio.</param>
    public Measurement Completed(decimal? scale) => (scale, this) switch
    {
        ({ } by, { Value: null, Numerator: { } part, Denominator: { } whole and > 0 }) => this with { Value = Rounded(by * part / whole) },
        ({ } by, { Value: { } value, Numerator: null, Denominator: { } whole }) => this with { Numerator = Rounded(value * whole / by) },
        _ => this,
    };

    private static decimal Rounded(decimal number) => Math.Round(number, Decimals, MidpointRounding.AwayFromZero);
}
