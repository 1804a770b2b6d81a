using System.Xml.Linq;

namespace SocialPolicy.Indicators.FunctionalTests.Figures;

/// <summary>A picture as its reader gets it.</summary>
internal static class AnImage
{
    /// <summary>What it says to those who do not see it. It is one well-formed document.</summary>
    public static string Described(this V1.Picture picture)
    {
        picture.ContentType.ShouldBe("image/svg+xml");
        var root = XDocument.Parse(picture.Svg).Root!;
        root.Name.LocalName.ShouldBe("svg");
        return string.Join(" | ", root.Elements().Where(element => element.Name.LocalName is "title" or "desc").Select(element => element.Value));
    }
}
