using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Documents.Rules;

/// <summary>Words are understood around who wrote them: the directory has to know the issuer of the document.</summary>
public sealed record IssuersOfDocumentsAreKnown(string? Issuer, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "DOCUMENT_ISSUER_UNKNOWN";
    public string Message => $"The directory does not know the issuer of the document ({Issuer ?? "not stated"}): say the group itself, or the issuer's agency.";
    public string? Field => "text";
}

/// <summary>The words mean somebody there.</summary>
public sealed record PartiesAreKnown(string Text, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "PARTY_UNKNOWN";
    public string Message => $"The directory knows nobody called '{Text}' around the issuer of the document: say the group itself.";
    public string? Field => "text";
}
