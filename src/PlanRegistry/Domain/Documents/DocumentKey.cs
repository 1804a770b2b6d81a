using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>What tells documents apart, folded: a number alone belongs to many.</summary>
/// <param name="Number">Null for a document without one, and for one cited by its name.</param>
/// <param name="Title">The words of the title; what a document without a number is known by.</param>
/// <param name="IssuedOn">The day of issue, or a part of it.</param>
/// <param name="Issuer">The words of the issuer's name.</param>
/// <param name="Province">The name of the province without its kind.</param>
public sealed record DocumentKey(string? Number, string? Title, DocumentDate? IssuedOn, string? Issuer, string? Province)
{
    /// <summary>The key of what is said.</summary>
    public static DocumentKey Of(DocumentDescription said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return new(
            said.Number is { } number ? OrNull(Symbols.Key(number)) : null,
            said.Title is { } title ? OrNull(NameWords.Of(title)) : null,
            said.IssuedOn,
            said.Issuer is { } issuer ? OrNull(NameWords.Of(issuer)) : null,
            said.Province is { } province ? OrNull(Place.Of(province).Name) : null);
    }

    /// <summary>Whether both may mean the same document: nothing that both say differs.</summary>
    public bool Fits(DocumentKey other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var isNamedAlike = Number is not null && other.Number is not null ? Number == other.Number : Title is not null && Title == other.Title;
        return isNamedAlike && DatesFit(IssuedOn, other.IssuedOn) && (Issuer is not null && other.Issuer is not null ? Issuer == other.Issuer : Fit(Province, other.Province));
    }

    /// <summary>Whether both say the whole date, and the same.</summary>
    public bool IsOfTheDayOf(DocumentKey other) => IssuedOn?.AsDay is { } day && other?.IssuedOn?.AsDay == day;

    private static bool DatesFit(DocumentDate? one, DocumentDate? other) => one is null || other is null || one.IsPartOf(other) || other.IsPartOf(one);

    private static bool Fit(string? one, string? other) => one is null || other is null || one == other;

    private static string? OrNull(string words) => words.Length > 0 ? words : null;
}
