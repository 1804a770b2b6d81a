using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>Where two accounts of one document differ.</summary>
internal static class Contradictions
{
    /// <summary>The fields that both state, and otherwise; spelling is no difference.</summary>
    public static IEnumerable<string> Between(Document known, Document given)
    {
        if (Differ(known.Said.Type, given.Said.Type))
            yield return "type";
        if (Differ(known.Said.Title, given.Said.Title))
            yield return "title";
        if (Differ(known.Said.IssuerLevel, given.Said.IssuerLevel))
            yield return "issuer_level";
        if (Differ(known.Said.IssuerSystem, given.Said.IssuerSystem))
            yield return "issuer_system";
        if (Differ(known.ValidFrom, given.ValidFrom))
            yield return "valid_from";
        if (Differ(known.ValidTo, given.ValidTo))
            yield return "valid_to";
        if (Differ(known.IssuerAgency, given.IssuerAgency))
            yield return "issuer_agency";
    }

    private static bool Differ(string? one, string? other) => one is not null && other is not null && NameWords.Of(one) != NameWords.Of(other);

    private static bool Differ<T>(T? one, T? other) where T : struct => one is { } a && other is { } b && !a.Equals(b);
}
