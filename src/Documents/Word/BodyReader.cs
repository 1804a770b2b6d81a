using System.Globalization;
using System.IO.Packaging;
using System.Xml;
using SocialPolicy.Documents.Blocks;

namespace SocialPolicy.Documents.Word;

/// <summary>
/// Reads the body of a document. Tracked changes are taken as accepted; of alternatives for old and new programs the first
/// one counts; what a text box holds stands before the paragraph it is anchored in.
/// </summary>
internal sealed class BodyReader
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        "pPrChange", "rPrChange", "sectPr", "tblPr", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGrid", "tabs", "rt", "instrText", "delText", "delInstrText",
    };

    private readonly BlockBuilder blocks = new();
    private readonly ListNumbering numbering;
    private readonly Stack<bool> alternatives = new();
    private readonly Stack<WordParagraph> around = new();
    private WordParagraph paragraph = new();
    private bool isRowDropped;
    private bool isText;
    private bool isHidden;
    private string inside = "";

    private BodyReader(ListNumbering numbering) => this.numbering = numbering;

    public static IReadOnlyList<Block> Read(PackagePart part, ListNumbering numbering)
    {
        var reader = new BodyReader(numbering);
        WordXml.Read(part, reader.IsLeftOut, reader.Take, reader.End);
        return reader.blocks.Finish();
    }

    private bool IsLeftOut(XmlReader xml)
    {
        var name = WordXml.NameOf(xml);
        if (name is "Choice" or "Fallback" && alternatives.TryPop(out var isTaken))
        {
            alternatives.Push(true);
            return isTaken;
        }

        // Among properties a deletion is that of the row or of the paragraph's end, elsewhere that of what is inside it.
        return LeftOut.Contains(name) || (name is "del" or "moveFrom" && inside.Length == 0);
    }

    private void Take(XmlReader xml)
    {
        if (xml.NodeType is XmlNodeType.Element)
            Begin(xml, WordXml.NameOf(xml));
        else if (isText && !isHidden && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            blocks.Append(xml.Value);
    }

    private void Begin(XmlReader xml, string name)
    {
        if (inside.Length > 0)
            Describe(xml, name);
        else if (!BeginPart(name) && !isHidden)
            TakeSign(xml, name);
    }

    private bool BeginPart(string name)
    {
        switch (name)
        {
            case "p":
                paragraph = new WordParagraph();
                return true;
            case "pPr" or "rPr" or "trPr" or "tcPr":
                inside = name;
                return true;
            case "tbl":
                blocks.BeginTable();
                return true;
            case "tr":
                isRowDropped = false;
                blocks.BeginRow();
                return true;
            case "tc":
                blocks.BeginCell();
                return true;
            case "txbxContent":
                blocks.Suspend();
                around.Push(paragraph);
                return true;
            case "AlternateContent":
                alternatives.Push(false);
                return true;
            case "t":
                isText = true;
                return true;
            default:
                return false;
        }
    }

    private void TakeSign(XmlReader xml, string name)
    {
        switch (name)
        {
            case "tab" or "ptab":
                blocks.Append("\t");
                break;
            case "br" or "cr":
                blocks.Break();
                break;
            case "noBreakHyphen":
                blocks.Append("-");
                break;
            case "sym" when Symbol(xml) is { } symbol:
                blocks.Append([symbol]);
                break;
        }
    }

    private void Describe(XmlReader xml, string name)
    {
        switch (name)
        {
            case "pStyle":
                paragraph.Style = WordXml.Value(xml);
                break;
            case "numId":
                paragraph.List = WordXml.Value(xml);
                break;
            case "ilvl":
                paragraph.Level = WordXml.Number(xml);
                break;
            case "jc" when inside == "pPr":
                paragraph.IsCentred = WordXml.Value(xml) == "center";
                break;
            case "del" or "moveFrom" when inside == "pPr":
                paragraph.GoesOn = true;
                break;
            case "del" when inside == "trPr":
                isRowDropped = true;
                break;
            case "vanish" when inside == "rPr":
                isHidden = WordXml.IsOn(xml);
                break;
            case "gridSpan":
                blocks.SpanCell(WordXml.Number(xml) ?? 1);
                break;
        }
    }

    private void End(XmlReader xml)
    {
        var name = WordXml.NameOf(xml);
        if (name == inside)
            inside = "";
        if (inside.Length > 0)
            return;
        switch (name)
        {
            case "p":
                EndParagraph();
                break;
            case "r":
                isHidden = false;
                break;
            case "t":
                isText = false;
                break;
            case "tbl":
                blocks.EndTable();
                break;
            case "tr":
                blocks.EndRow(isRowDropped);
                isRowDropped = false;
                break;
            case "tc":
                blocks.EndCell();
                break;
            case "txbxContent":
                blocks.Resume();
                around.TryPop(out paragraph!);
                break;
            case "AlternateContent":
                alternatives.TryPop(out _);
                break;
        }
    }

    // Word counts an empty numbered paragraph as well. One whose end was deleted goes on in the next, as which it is counted.
    private void EndParagraph()
    {
        if (!paragraph.GoesOn)
            blocks.EndParagraph(numbering.Next(paragraph.Style, paragraph.List, paragraph.Level), paragraph.IsCentred);
        isHidden = false;
    }

    // Fonts of signs use codes of their own, which mean nothing elsewhere.
    private static char? Symbol(XmlReader xml) =>
        int.TryParse(WordXml.Attribute(xml, "char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is >= 0x20 and < 0xD800 ? (char)code : null;
}

/// <summary>What a paragraph says of itself.</summary>
internal sealed class WordParagraph
{
    public string? Style { get; set; }

    public string? List { get; set; }

    public int? Level { get; set; }

    public bool IsCentred { get; set; }

    /// <summary>Whether its end was deleted.</summary>
    public bool GoesOn { get; set; }
}
