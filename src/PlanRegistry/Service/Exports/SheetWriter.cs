using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheet = SocialPolicy.PlanRegistry.Domain.Exports.Sheet;

namespace SocialPolicy.PlanRegistry.Service.Exports;

/// <summary>Writes sheets as a workbook (.xlsx): a frozen row of headings with filters, wrapped texts, numbers as numbers.</summary>
internal static class SheetWriter
{
    private const uint Heading = 1;
    private const uint Text = 2;

    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
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
            Row(1, sheet.Columns.Select(column => (object?)column.Heading), Heading),
            .. sheet.Rows.Select((row, index) => Row(index + 2, row, Text)),
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
        _ => new(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(XmlText.Of($"{said}")) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = reference, StyleIndex = style, DataType = CellValues.InlineString,
        },
    };

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"sheet{index + 1}");

    private static string Reference(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");

    private static Stylesheet Styles() => new(
        new Fonts(Font(bold: false), Font(bold: true)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFD9E2F3" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Format(font: 1, fill: 2, HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center),
            Format(font: 0, fill: 0, HorizontalAlignmentValues.General, VerticalAlignmentValues.Top)));

    private static CellFormat Format(uint font, uint fill, HorizontalAlignmentValues across, VerticalAlignmentValues down) =>
        new(new Alignment { Horizontal = across, Vertical = down, WrapText = true })
        {
            FontId = font, FillId = fill, BorderId = 1, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true,
        };

    private static Font Font(bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = 11 }, new FontName { Val = "Times New Roman" });
        return font;
    }

    private static Border Thin()
    {
        BorderPropertiesType[] sides = [new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder()];
        foreach (var side in sides)
        {
            side.Style = BorderStyleValues.Thin;
            side.Append(new Color { Rgb = "FFA6A6A6" });
        }

        return new([.. sides, new DiagonalBorder()]);
    }
}
