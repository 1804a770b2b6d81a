using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Domain.Figures;

/// <summary>What was observed of a unit itself.</summary>
/// <param name="Key">What it is the value of.</param>
/// <param name="Revision">The one that counts.</param>
/// <param name="Said">The value.</param>
public sealed record OwnValue(ObservationKey Key, int Revision, Measurement Said)
{
    /// <summary>The same as a sum over one unit.</summary>
    public Sums Sums => new(
        1, Said.Denominator is null ? 0 : 1, Said.Value ?? (Said.Achieved is true ? 1 : 0), Said.Numerator ?? 0, Said.Denominator ?? 0);
}
