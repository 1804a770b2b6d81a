using System.IO.Packaging;
using System.Xml;

namespace SocialPolicy.Documents.Word;

/// <summary>What of a style matters to the text: whose it is based on and the list it numbers by.</summary>
internal sealed class WordStyle
{
    public string? BasedOn { get; set; }

    public string? List { get; set; }

    public int? Level { get; set; }
}

/// <summary>Reads the styles part.</summary>
internal sealed class StyleReader
{
    /// <summary>The key of the style that paragraphs have which name none.</summary>
    public const string Default = "";

    private readonly Dictionary<string, WordStyle> styles = new(StringComparer.Ordinal);
    private WordStyle? style;

    public static IReadOnlyDictionary<string, WordStyle> Read(PackagePart? part)
    {
        var reader = new StyleReader();
        if (part is not null)
            WordXml.Read(part, xml => WordXml.NameOf(xml) is "docDefaults" or "latentStyles" or "rPr" or "tblPr" or "tblStylePr" or "pPrChange", reader.Begin, reader.End);
        return reader.styles;
    }

    private void Begin(XmlReader xml)
    {
        switch (xml.NodeType is XmlNodeType.Element ? WordXml.NameOf(xml) : "")
        {
            case "style":
                styles[WordXml.Attribute(xml, "styleId") ?? Default] = style = new WordStyle();
                if (WordXml.Attribute(xml, "type") == "paragraph" && WordXml.Attribute(xml, "default") is "1" or "true" or "on")
                    styles[Default] = style;
                break;
            case "basedOn" when style is not null:
                style.BasedOn = WordXml.Value(xml);
                break;
            case "numId" when style is not null:
                style.List = WordXml.Value(xml);
                break;
            case "ilvl" when style is not null:
                style.Level = WordXml.Number(xml);
                break;
        }
    }

    private void End(XmlReader xml)
    {
        if (WordXml.NameOf(xml) == "style")
            style = null;
    }
}
