namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>The fields of a document that a person may change, under the paths of the wire.</summary>
public static class DocumentFields
{
    private static readonly Dictionary<string, Func<Document, Document, Document>> OfEvery = new(StringComparer.Ordinal)
    {
        ["valid_from"] = (document, from) => document with { ValidFrom = from.ValidFrom },
        ["valid_to"] = (document, from) => document with { ValidTo = from.ValidTo },
    };

    private static readonly Dictionary<string, Func<Document, Document, Document>> OfOthers = new(OfEvery, StringComparer.Ordinal)
    {
        ["number"] = (document, from) => document with { Said = document.Said with { Number = from.Said.Number } },
        ["type"] = (document, from) => document with { Said = document.Said with { Type = from.Said.Type } },
        ["title"] = (document, from) => document with { Said = document.Said with { Title = from.Said.Title } },
        ["issuer"] = (document, from) => document with { Said = document.Said with { Issuer = from.Said.Issuer } },
        ["issued_on"] = (document, from) => document with { Said = document.Said with { IssuedOn = from.Said.IssuedOn } },
        ["issuer_level"] = (document, from) => document with { Said = document.Said with { IssuerLevel = from.Said.IssuerLevel } },
        ["issuer_system"] = (document, from) => document with { Said = document.Said with { IssuerSystem = from.Said.IssuerSystem } },
        ["province"] = (document, from) => document with { Said = document.Said with { Province = from.Said.Province } },
        ["issuer_agency"] = (document, from) => document with { IssuerAgency = from.IssuerAgency },
    };

    /// <summary>The paths that can be changed: what a plan says of itself is corrected in its reading.</summary>
    public static IReadOnlyCollection<string> Of(Document document) => document?.PlanId is null ? OfOthers.Keys : OfEvery.Keys;

    /// <summary>The document with this field of another.</summary>
    public static Document Take(string path, Document document, Document from) => OfOthers[path](document, from);
}
