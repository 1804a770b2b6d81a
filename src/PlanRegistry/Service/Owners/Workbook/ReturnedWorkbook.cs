using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Archives;
using SocialPolicy.Documents.Rules;
using SocialPolicy.PlanRegistry.Domain.Owners;

namespace SocialPolicy.PlanRegistry.Service.Owners.Workbook;

/// <summary>A workbook of owners as it came back, whichever program saved it.</summary>
/// <param name="Plan">The plan it was exported for.</param>
/// <param name="Rows">Those that name an item or an agency.</param>
internal sealed record ReturnedWorkbook(string Plan, IReadOnlyList<ReturnedRow> Rows)
{
    private const long MostCharacters = 30_000_000;
    private const int MostRows = 20_000;

    /// <summary>Throws OWNER_SHEET_UNREADABLE, DOCUMENT_UNPACKS_TOO_LARGE.</summary>
    public static ReturnedWorkbook Read(Stream content)
    {
        try
        {
            OfficeArchive.MustUnpackModestly(content);
            OfficeArchive.MustHoldPlainXml(content);
            using var document = SpreadsheetDocument.Open(content, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            return Read(document.WorkbookPart ?? throw new InvalidDataException());
        }
        catch (Exception problem) when (problem is RuleBroken { First: not (DocumentsUnpackModestly or OwnerSheetsAreReadable) } || IsDamage(problem))
        {
            throw new RuleBroken([new OwnerSheetsAreReadable(IsReadable: false, "it is damaged, or no .xlsx")]);
        }
    }

    // What the archive, the package and the XML in it say when they cannot go on. Nothing here touches a disk.
    private static bool IsDamage(Exception problem) => problem is OpenXmlPackageException or IOException or InvalidDataException or XmlException or FormatException
        or NotSupportedException or ArgumentException or InvalidOperationException or InvalidCastException or OverflowException or NullReferenceException;

    private static ReturnedWorkbook Read(WorkbookPart book)
    {
        var sheet = book.Workbook.Descendants<Sheet>().FirstOrDefault(sheet => sheet.Name == SheetWords.Sheet);
        Check.Rule(new OwnerSheetsAreReadable(sheet?.Id?.Value is not null, $"it has no sheet \"{SheetWords.Sheet}\""));
        var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToArray() ?? [];
        var rows = ((WorksheetPart)book.GetPartById(sheet!.Id!.Value!)).Worksheet.Descendants<Row>().Take(MostRows + 1).Select((row, index) => Cells(row, index + 1, shared)).ToList();
        Check.Rule(new OwnerSheetsAreReadable(rows.Count <= MostRows, $"it has more than {MostRows} rows"));

        var head = rows.FirstOrDefault(row => row.Number == OwnerWorkbook.HeadingRow);
        Check.Rule(new OwnerSheetsAreReadable(head is not null && IsHeading(head), "its headings or hidden columns were changed"));
        return new(
            rows.FirstOrDefault(row => row.Number == 1)?[OwnerColumns.Item] ?? "",
            [
                .. rows.Where(row => row.Number > OwnerWorkbook.HeadingRow)
                    .Select(row => new ReturnedRow(row.Number, row[OwnerColumns.Item], row["B"], row[OwnerColumns.Lead], row[OwnerColumns.Coordinating]))
                    .Where(row => row is not { Item: "", Lead: "", Coordinating: "" }),
            ]);
    }

    private static bool IsHeading(SheetCells row) => SheetWords.Headings.Index().All(heading => row[$"{(char)('A' + heading.Index)}"] == heading.Item);

    private static SheetCells Cells(Row row, int position, string[] shared)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, cell) in row.Elements<Cell>().Index())
            cells[ColumnOf(cell, index)] = TextOf(cell, shared).Trim();
        return new((int)(row.RowIndex?.Value ?? (uint)position), cells);
    }

    private static string ColumnOf(Cell cell, int index) =>
        cell.CellReference?.Value is { } reference ? reference.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') : $"{(char)('A' + index)}";

    private static string TextOf(Cell cell, string[] shared) => cell.DataType?.Value switch
    {
        CellValues.SharedString when int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Length => shared[at],
        CellValues.InlineString => cell.InlineString?.InnerText ?? "",
        _ => cell.CellValue?.Text ?? "",
    };

    private sealed record SheetCells(int Number, IReadOnlyDictionary<string, string> Cells)
    {
        public string this[string column] => Cells.GetValueOrDefault(column, "");
    }
}
