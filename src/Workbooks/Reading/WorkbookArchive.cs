using System.IO.Compression;
using System.Xml;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Workbooks.Reading;

/// <summary>
/// A workbook as its parts are read one after the other: no tree is built of them, so that a sheet of a million cells costs no more
/// memory than its longest row and the texts that its cells share.
/// </summary>
internal sealed class WorkbookArchive : IDisposable
{
    private const int Deepest = 64;
    private const long MostSharedCharacters = 60_000_000;

    private readonly ZipArchive archive;

    private WorkbookArchive(ZipArchive archive) => this.archive = archive;

    public static WorkbookArchive Open(Stream content) => new(new(content, ZipArchiveMode.Read, leaveOpen: true));

    /// <summary>The rows of a sheet; where there is none of that name, of the first.</summary>
    public IEnumerable<TableRow> Rows(string sheet)
    {
        var book = Relations("_rels/.rels", "").Single(relation => relation.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target;
        var folder = book.Contains('/', StringComparison.Ordinal) ? book[..(book.LastIndexOf('/') + 1)] : "";
        var relations = Relations($"{folder}_rels/{book[folder.Length..]}.rels", folder).ToList();
        var sheets = Sheets(book).ToList();
        Check.Rule(new TablesAreReadable(sheets.Count > 0, "it has no sheet"));
        var id = (sheets.Find(one => one.Name == sheet) is { Id: not null } named ? named : sheets[0]).Id;
        var texts = relations.Find(relation => relation.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)) is { Target: not null } shared ? SharedTexts(shared.Target) : [];
        using var reader = Part(relations.Single(relation => relation.Id == id).Target, characters: 0);
        foreach (var row in new SheetRows(reader, texts).Read())
            yield return row;
    }

    public void Dispose() => archive.Dispose();

    /// <summary>The next node. No workbook nests its elements deeply, and a reader remembers each that is open.</summary>
    internal static bool Next(XmlReader reader)
    {
        var isThere = reader.Read();
        Check.Rule(new DocumentsUnpackModestly(reader.Depth <= Deepest));
        return isThere;
    }

    private IEnumerable<(string Id, string Type, string Target)> Relations(string part, string folder)
    {
        using var reader = Part(part, MostSharedCharacters);
        while (Next(reader))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External")
                yield return (reader.GetAttribute("Id") ?? "", reader.GetAttribute("Type") ?? "", Within(folder, reader.GetAttribute("Target") ?? ""));
        }
    }

    private IEnumerable<(string Name, string? Id)> Sheets(string book)
    {
        using var reader = Part(book, MostSharedCharacters);
        while (Next(reader))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                yield return (reader.GetAttribute("name") ?? "", IdOf(reader));
        }
    }

    private List<string> SharedTexts(string part)
    {
        using var reader = Part(part, MostSharedCharacters);
        var (texts, text) = (new List<string>(), new CellText());
        while (Next(reader))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
                text.Begin();
            text.Take(reader, "t");
            if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "si" } or { NodeType: XmlNodeType.Element, LocalName: "si", IsEmptyElement: true })
                texts.Add(text.ToString());
        }

        return texts;
    }

    // "r:id", whatever the prefix is.
    private static string? IdOf(XmlReader sheet)
    {
        string? id = null;
        for (var more = sheet.MoveToFirstAttribute(); more; more = sheet.MoveToNextAttribute())
            id = sheet is { LocalName: "id", NamespaceURI: not "" } ? sheet.Value : id;
        sheet.MoveToElement();
        return id;
    }

    private static string Within(string folder, string target) => target.StartsWith('/') ? target[1..] : folder + target;

    private XmlReader Part(string name, long characters) => XmlReader.Create(
        (archive.GetEntry(name) ?? throw new InvalidDataException($"There is no part {name}.")).Open(),
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, MaxCharactersInDocument = characters });
}
