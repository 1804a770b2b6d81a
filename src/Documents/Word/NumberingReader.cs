using System.IO.Packaging;
using System.Xml;

namespace SocialPolicy.Documents.Word;

/// <summary>Reads the numbering part.</summary>
internal sealed class NumberingReader
{
    private const int Levels = 9;

    private readonly Dictionary<string, ListDefinition> definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListUse> uses = new(StringComparer.Ordinal);
    private ListDefinition? definition;
    private ListUse? use;
    private ListLevel? level;
    private int index;

    public static ListDefinitions Read(PackagePart? part)
    {
        var reader = new NumberingReader();
        if (part is not null)
            WordXml.Read(part, xml => WordXml.NameOf(xml) is "pPr" or "rPr" or "numPicBullet", reader.Begin, reader.End);
        return new ListDefinitions(reader.definitions, reader.uses);
    }

    private void Begin(XmlReader xml)
    {
        switch (xml.NodeType is XmlNodeType.Element ? WordXml.NameOf(xml) : "")
        {
            case "abstractNum":
                definitions[WordXml.Attribute(xml, "abstractNumId") ?? ""] = definition = new ListDefinition();
                break;
            case "num":
                uses[WordXml.Attribute(xml, "numId") ?? ""] = use = new ListUse();
                break;
            case "numStyleLink" when definition is not null:
                definition.StyleLink = WordXml.Value(xml);
                break;
            case "abstractNumId" when use is not null:
                use.Definition = WordXml.Value(xml) ?? "";
                break;
            case "lvlOverride":
                index = LevelOf(xml);
                break;
            case "startOverride" when use is not null:
                use.Starts[index] = WordXml.Number(xml) ?? 0;
                break;
            case "lvl":
                BeginLevel(LevelOf(xml));
                break;
            default:
                Describe(xml);
                break;
        }
    }

    private void BeginLevel(int at)
    {
        level = new ListLevel();
        if (use is not null)
            use.Levels[at] = level;
        else if (definition is not null)
            definition.Levels[at] = level;
    }

    private void Describe(XmlReader xml)
    {
        if (level is null || xml.NodeType is not XmlNodeType.Element)
            return;
        switch (WordXml.NameOf(xml))
        {
            case "start":
                level.Start = WordXml.Number(xml) ?? 0;
                break;
            case "numFmt":
                level.Format = WordXml.Value(xml) ?? "decimal";
                break;
            case "lvlText":
                level.Text = WordXml.Value(xml) ?? "";
                break;
            case "lvlRestart":
                level.RestartedBy = WordXml.Number(xml);
                break;
            case "isLgl":
                level.IsLegal = WordXml.IsOn(xml);
                break;
            case "pStyle":
                level.Style = WordXml.Value(xml);
                break;
        }
    }

    private void End(XmlReader xml)
    {
        switch (WordXml.NameOf(xml))
        {
            case "abstractNum":
                definition = null;
                break;
            case "num":
                use = null;
                break;
            case "lvl":
                level = null;
                break;
        }
    }

    private static int LevelOf(XmlReader xml) => Math.Clamp(WordXml.Number(xml, "ilvl") ?? 0, 0, Levels - 1);
}
