using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>What a document, a person or who cites it says of a document. Null is: nothing.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Type">Kind of document, as written.</param>
/// <param name="Title">Title, or the name it is cited by.</param>
/// <param name="Issuer">As written.</param>
/// <param name="IssuedOn">The day of issue, or a part of it.</param>
/// <param name="Province">The province whose organs issued it.</param>
/// <param name="IssuerLevel">The issuer's level.</param>
/// <param name="IssuerSystem">The issuer's system.</param>
public sealed record DocumentDescription(
    string? Number,
    string? Type,
    string? Title,
    string? Issuer,
    DocumentDate? IssuedOn,
    string? Province = null,
    GovernmentLevel? IssuerLevel = null,
    GovernmentSystem? IssuerSystem = null)
{
    /// <summary>Of a plan of the register.</summary>
    public static DocumentDescription Of(PlanHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return new(header.Number, null, header.Title, header.Issuer, header.IssuedOn, header.Province, header.IssuerLevel, header.IssuerSystem);
    }

    /// <summary>As a plan cites it. Organs of many places give the same numbers: without an issuer that of the plan's own province is meant.</summary>
    public static DocumentDescription Of(PlanLegalBasis basis, PlanHeader plan)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(plan);
        var date = basis.IssuedOn is { } day ? DocumentDate.Of(day) : null;
        var body = basis.Number is null ? Localities.BodyIn(basis.Title, plan) : null;
        return new(basis.Number, basis.Type, basis.Title, body, date, body is not null || Symbols.IsLocal(basis.Number) ? plan.Province : null);
    }

    /// <summary>As whoever records an amendment names it; a number that many organs give is one of the plan's province.</summary>
    public static DocumentDescription Of(AmendingDocument by, PlanHeader plan)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(plan);
        return new(by.Number, null, by.Title, by.Issuer, by.IssuedOn is { } day ? DocumentDate.Of(day) : null, Symbols.IsLocal(by.Number) ? plan.Province : null);
    }

    /// <summary>This, and where it says nothing what <paramref name="other"/> says.</summary>
    public DocumentDescription Completed(DocumentDescription other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(
            Number ?? other.Number,
            Type ?? other.Type,
            Title ?? other.Title,
            Issuer ?? other.Issuer,
            other.IssuedOn is { } date && IssuedOn?.IsPartOf(date) is not false ? date : IssuedOn,
            Province ?? other.Province,
            IssuerLevel ?? other.IssuerLevel,
            IssuerSystem ?? other.IssuerSystem);
    }
}
