using System.Globalization;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>Between which numbers a value can lie; null: no such end.</summary>
public sealed record ValueRange(decimal? Least, decimal? Most)
{
    private const decimal Whole = 100;

    /// <summary>
    /// A share is 0 to 100 unless the target itself demands more. Below zero is only what its unit calls a change ("điểm %").
    /// What changes by so many per cent is an amount of anything, no share.
    /// </summary>
    public static ValueRange Of(TargetInForce target) => target.Unit switch
    {
        ['đ', 'i', 'ể', 'm', ' ', '%', ..] => new(-Whole, Whole),
        ['đ', 'i', 'ể', 'm', ..] => new(null, null),
        "%" when !Change.IsDemandedBy(target) && !DemandsMoreThanWhole(target) => new(0, Whole),
        _ => new(0, null),
    };

    /// <summary>Whether a value lies in it.</summary>
    public bool Holds(decimal value) => !(value < Least) && !(value > Most);

    public override string ToString() => (Least, Most) switch
    {
        (null, null) => "any number",
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"{least} or more"),
        (null, { } most) => string.Create(CultureInfo.InvariantCulture, $"{most} or less"),
        ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"),
    };

    // "trên 100%" is such a demand: plans do state it.
    private static bool DemandsMoreThanWhole(TargetInForce target) =>
        target.Value > Whole || target.ValueMax > Whole || (target.Value == Whole && target.Comparator is "gt");
}
