using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialPolicy.Workbooks;
using Sheet = SocialPolicy.PlanRegistry.Domain.Exports.Sheet;

namespace SocialPolicy.PlanRegistry.Service.Workbooks;

/// <summary>Writes sheets as a workbook (.xlsx): a frozen row of headings with filters, wrapped texts, numbers as numbers.</summary>
internal static class SheetWriter
{
    private const double HeadingHeight = 30;

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
        new SheetViews(Cells.Frozen(1)),
        Cells.Columns(sheet.Columns.Select(column => (double)column.Width)),
        new SheetData(
        [
            Cells.Row(1, sheet.Columns.Select((column, at) => Cells.Text(at, 1, column.Heading, SheetStyles.Heading)), HeadingHeight),
            .. sheet.Rows.Select((row, index) => Cells.Row(
                index + 2, row.Select((cell, at) => Cells.Of(at, index + 2, cell, SheetStyles.Text)), Cells.HeightOf(row.Select((cell, at) => (cell?.ToString(), (double)sheet.Columns[at].Width))))),
        ]),
        new AutoFilter { Reference = $"A1:{Cells.Reference(sheet.Columns.Count - 1, Math.Max(2, sheet.Rows.Count + 1))}" },
        new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 },
        new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
        new HeaderFooter(new OddFooter("&C&P/&N")));

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"sheet{index + 1}");
}
