namespace SocialPolicy.Indicators.Domain.Catalogue;

/// <summary>One version of how an indicator is counted. A version is never changed: one of the same first day and a greater number corrects it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="ValidFrom">Null: from the beginning.</param>
/// <param name="BreaksSeries">Values from that day on cannot be compared with those before.</param>
/// <param name="Text">What it is.</param>
/// <param name="Numerator">What is counted above the line; empty when it is no ratio.</param>
/// <param name="Denominator">What is counted below the line; empty when it is no ratio.</param>
/// <param name="SourceAgency">Who keeps the figures.</param>
/// <param name="Frequency">How often they come.</param>
/// <param name="LegalBasis">What it rests on.</param>
/// <param name="Verified">False: nobody has compared it with its source.</param>
/// <param name="Reason">Why there is this version.</param>
/// <param name="Actor">Who made it.</param>
/// <param name="DefinedAt">When.</param>
public sealed record Definition(
    int Number,
    DateOnly? ValidFrom,
    bool BreaksSeries,
    string Text,
    string Numerator,
    string Denominator,
    string SourceAgency,
    string Frequency,
    string LegalBasis,
    bool Verified,
    string Reason,
    string Actor,
    DateTimeOffset DefinedAt)
{
    /// <summary>The versions that count, each from its day on: corrected ones are left out.</summary>
    public static IReadOnlyList<Definition> InForce(IEnumerable<Definition> versions) =>
        [.. versions.GroupBy(version => version.ValidFrom).Select(same => same.MaxBy(version => version.Number)!).OrderBy(version => version.ValidFrom ?? DateOnly.MinValue)];

    /// <summary>The versions with this one; the same when it says nothing new of its day.</summary>
    public static IReadOnlyList<Definition> Add(IReadOnlyList<Definition> versions, Definition version)
    {
        var counted = versions.LastOrDefault(earlier => earlier.ValidFrom == version.ValidFrom);
        var same = counted is not null && counted == version with { Number = counted.Number, Reason = counted.Reason, Actor = counted.Actor, DefinedAt = counted.DefinedAt };
        return same ? versions : [.. versions, version with { Number = versions.Count + 1 }];
    }
}
