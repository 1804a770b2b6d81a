using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialPolicy.Workbooks;

namespace SocialPolicy.Indicators.Service.Observations.Templates;

/// <summary>Writes a template as a workbook: a sheet to fill in, of which only the cells of values can be changed, and one that explains.</summary>
internal static class XlsxTemplate
{
    private const string Help = "Hướng dẫn";
    private const double HelpWidth = 110;
    private const double HeadingHeight = 34;

    public static byte[] Write(TemplateTable table)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = SheetStyles.Create();
            Write(book.AddNewPart<WorksheetPart>("values"), table);
            book.AddNewPart<WorksheetPart>("help").Worksheet = HelpSheet(table.Guidance);
            book.Workbook = new Workbook(
                new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Name = table.Sheet, SheetId = 1, Id = "values" }, new Sheet { Name = Help, SheetId = 2, Id = "help" }),
                new DefinedNames(new DefinedName($"'{table.Sheet}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        }

        return bytes.ToArray();
    }

    // Row by row: a template may have a hundred thousand. The elements stand in the order that the format asks for.
    private static void Write(WorksheetPart part, TemplateTable table)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(Cells.Frozen(1)));
        writer.WriteElement(Cells.Columns(table.Columns.Select(column => column.Width), hidden: 1));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(Cells.Row(1, table.Columns.Select((column, at) => Cells.Text(at, 1, column.Heading, SheetStyles.Heading)), HeadingHeight));
        var number = 1;
        foreach (var row in table.Rows)
        {
            number++;
            writer.WriteElement(Cells.Row(number, row.Select((cell, at) => CellOf(cell, at, number))));
        }

        writer.WriteEndElement();
        writer.WriteElement(new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false, DeleteRows = false, AutoFilter = false, Sort = false });
        writer.WriteElement(new AutoFilter { Reference = $"B1:{Cells.Reference(table.Columns.Count - 1, Math.Max(2, number))}" });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C&P/&N")));
        writer.WriteEndElement();
    }

    private static Cell CellOf(TemplateCell cell, int column, int row)
    {
        var style = cell.Use switch { CellUse.Number => SheetStyles.NumberEntry, CellUse.Text => SheetStyles.Entry, _ => SheetStyles.Text };
        return Cells.Of(column, row, cell.Said is decimal number && !NumberText.IsExactInOffice(number) ? NumberText.Of(number) : cell.Said, style);
    }

    private static Worksheet HelpSheet(IReadOnlyList<string> guidance) => new(
        Cells.Columns([HelpWidth]),
        new SheetData(guidance.Select((line, index) => Cells.Row(index + 1, [Cells.Text(0, index + 1, line, SheetStyles.Text)], Cells.HeightOf([(line, HelpWidth)])))),
        new SheetProtection { Sheet = true });
}
