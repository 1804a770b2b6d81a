using System.IO.Packaging;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Word;

/// <summary>The parts of the package that make the text.</summary>
internal sealed record WordPackage(PackagePart Body, PackagePart? Numbering, PackagePart? Styles)
{
    private const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    // Documents and templates, with or without macros, which nobody runs here.
    private static readonly string[] WordTypes = ["wordprocessingml", "ms-word"];

    public static WordPackage Of(Package package)
    {
        var body = package.GetRelationships().Where(link => Is(link, "officeDocument")).Select(link => Target(package, link)).FirstOrDefault();
        Check.Rule(new DocumentsAreWhole(body is not null));
        Check.Rule(new DocumentsHaveAKnownFormat(WordTypes.Any(type => body!.ContentType.Contains(type, StringComparison.OrdinalIgnoreCase))));
        return new WordPackage(body!, Beside(package, body!, "numbering"), Beside(package, body!, "styles"));
    }

    private static PackagePart? Beside(Package package, PackagePart body, string name) =>
        body.GetRelationships().Where(link => Is(link, name)).Select(link => Target(package, link)).FirstOrDefault();

    private static bool Is(PackageRelationship link, string name) => link.RelationshipType == Transitional + name || link.RelationshipType == Strict + name;

    private static PackagePart? Target(Package package, PackageRelationship link)
    {
        if (link.TargetMode is not TargetMode.Internal)
            return null;
        var target = PackUriHelper.ResolvePartUri(link.SourceUri, link.TargetUri);
        return package.PartExists(target) ? package.GetPart(target) : null;
    }
}
