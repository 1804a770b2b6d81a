using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheet = SocialPolicy.PlanRegistry.Domain.Exports.Sheet;

namespace SocialPolicy.PlanRegistry.Service.Workbooks;

/// <summary>Writes sheets as a workbook (.xlsx): a frozen row of headings with filters, wrapped texts, numbers as numbers.</summary>
internal static class SheetWriter
{
    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = SheetStyles.Create();
            foreach (var (index, sheet) in sheets.Index())
                book.AddNewPart<WorksheetPart>(IdOf(index)).Worksheet = Write(sheet);
            book.Workbook = new Workbook(new Sheets(sheets.Select((sheet, index) => new DocumentFormat.OpenXml.Spreadsheet.Sheet
            {
                Name = sheet.Name, SheetId = (uint)index + 1, Id = IdOf(index),
            })));
        }

        return bytes.ToArray();
    }

    // The elements of a worksheet stand in the order that the format asks for.
    private static Worksheet Write(Sheet sheet) => new(
        new SheetProperties(new PageSetupProperties { FitToPage = true }),
        new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
        new Columns(sheet.Columns.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })),
        new SheetData(
        [
            Row(1, sheet.Columns.Select(column => (object?)column.Heading), SheetStyles.Heading),
            .. sheet.Rows.Select((row, index) => Row(index + 2, row, SheetStyles.Text)),
        ]),
        new AutoFilter { Reference = $"A1:{Reference(sheet.Columns.Count - 1, Math.Max(2, sheet.Rows.Count + 1))}" },
        new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 },
        new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
        new HeaderFooter(new OddFooter("&C&P/&N")));

    private static Row Row(int number, IEnumerable<object?> cells, uint style) =>
        new(cells.Select((cell, column) => Cell(Reference(column, number), cell, style))) { RowIndex = (uint)number };

    private static Cell Cell(string reference, object? said, uint style) => said switch
    {
        null or "" => new() { CellReference = reference, StyleIndex = style },
        decimal or int => new(new CellValue(string.Create(CultureInfo.InvariantCulture, $"{said}"))) { CellReference = reference, StyleIndex = style, DataType = CellValues.Number },
        _ => new(new InlineString(new Text(XmlText.Of($"{said}")) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = reference, StyleIndex = style, DataType = CellValues.InlineString,
        },
    };

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"sheet{index + 1}");

    private static string Reference(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
}
