using System.Globalization;
using System.IO.Packaging;
using System.Xml;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Word;

/// <summary>
/// The XML of a part, forward only. The typed tree of an SDK would be deeper than the stack for a hostile document, and
/// leave out what stands where its schema does not expect it.
/// </summary>
internal static class WordXml
{
    private const long MostCharacters = 200_000_000;
    private const int MostNodes = 4_000_000;
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    // Definitions of types could name entities that unfold without end, or files of this machine.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>
    /// Hands every node to <paramref name="take"/>. An element for which <paramref name="isLeftOut"/> says so is skipped with
    /// everything inside it; after an empty element its end is handed over too, as if it had been written out.
    /// </summary>
    public static void Read(PackagePart part, Func<XmlReader, bool> isLeftOut, Action<XmlReader> take, Action<XmlReader> end)
    {
        using var reader = XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), Settings);
        var nodes = 0;
        var more = reader.Read();
        while (more)
        {
            Check.Rule(new DocumentsUnpackModestly(++nodes <= MostNodes));
            if (reader.NodeType is XmlNodeType.Element && isLeftOut(reader))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }

            if (reader.NodeType is XmlNodeType.EndElement)
                end(reader);
            else
                take(reader);
            if (reader is { NodeType: XmlNodeType.Element, IsEmptyElement: true })
                end(reader);
            more = reader.Read();
        }
    }

    /// <summary>The element's local name when it is one of Word's own or of markup compatibility, else nothing.</summary>
    public static string NameOf(XmlReader reader) => reader.NamespaceURI is Transitional or Strict or Compatibility ? reader.LocalName : "";

    public static string? Attribute(XmlReader reader, string name) => reader.GetAttribute(name, Transitional) ?? reader.GetAttribute(name, Strict);

    public static string? Value(XmlReader reader) => Attribute(reader, "val");

    public static int? Number(XmlReader reader, string name = "val") =>
        int.TryParse(Attribute(reader, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether a property that is set by its mere presence is not switched off.</summary>
    public static bool IsOn(XmlReader reader) => Value(reader) is not ("0" or "false" or "off");
}
