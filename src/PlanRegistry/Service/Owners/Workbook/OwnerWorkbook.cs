using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.Workbooks;

namespace SocialPolicy.PlanRegistry.Service.Owners.Workbook;

/// <summary>Writes the workbook that an officer fills in: one sheet of items, one of agencies to choose from.</summary>
internal static class OwnerWorkbook
{
    /// <summary>The row of the headings; the items stand below.</summary>
    public const int HeadingRow = 4;

    // Widths in characters; the first two columns are for the machine.
    private static readonly double[] Widths = [10, 10, 8, 11, 58, 16, 30, 40, 20, 28, 26, 28];
    private static readonly double[] ChoiceWidths = [30, 60, 34];

    public static byte[] Write(OwnerSheet sheet)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = SheetStyles.Create();
            var items = book.AddNewPart<WorksheetPart>("items");
            items.Worksheet = Items(sheet);
            var choices = book.AddNewPart<WorksheetPart>("choices");
            choices.Worksheet = Choices(sheet.Choices);
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
                new Sheets(new Sheet { Name = SheetWords.Sheet, SheetId = 1, Id = "items" }, new Sheet { Name = SheetWords.Choices, SheetId = 2, Id = "choices" }),
                new DefinedNames(
                    new DefinedName($"'{SheetWords.Sheet}'!$C${HeadingRow}:$L${Last(sheet)}") { Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true },
                    new DefinedName($"'{SheetWords.Sheet}'!${HeadingRow}:${HeadingRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }),
                new CalculationProperties { FullCalculationOnLoad = true });
        }

        return bytes.ToArray();
    }

    // The elements of a worksheet stand in the order that the format asks for.
    private static Worksheet Items(OwnerSheet sheet) => new(
        new SheetProperties(new PageSetupProperties { FitToPage = true }),
        new SheetViews(Cells.Frozen(HeadingRow)),
        Cells.Columns(Widths, hidden: 2),
        new SheetData([.. Head(sheet), .. sheet.Rows.Select((row, index) => Item(row, HeadingRow + 1 + index, sheet.Choices.Count))]),
        new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false, AutoFilter = false, Sort = false },
        new AutoFilter { Reference = $"C{HeadingRow}:L{Last(sheet)}" },
        new MergeCells(Enumerable.Range(1, HeadingRow - 1).Select(row => new MergeCell { Reference = $"C{row}:L{row}" })),
        new DataValidations(ChoiceOfLead(sheet)) { Count = 1 },
        new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 },
        new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
        new HeaderFooter(new OddFooter("&C&P/&N")));

    private static Worksheet Choices(IReadOnlyList<OwnerChoice> choices) => new(
        new SheetViews(Cells.Frozen(1)),
        Cells.Columns(ChoiceWidths),
        new SheetData(
        [
            Cells.Row(1, [.. SheetWords.ChoiceHeadings.Select((text, column) => Cells.Text(column, 1, text, SheetStyles.Heading))]),
            .. choices.Select((one, index) => Cells.Row(index + 2, [
                Cells.Text(0, index + 2, one.Code, SheetStyles.Text), Cells.Text(1, index + 2, one.Name, SheetStyles.Text), Cells.Text(2, index + 2, one.Unit, SheetStyles.Text)])),
        ]),
        new SheetProtection { Sheet = true, FormatColumns = false });

    private static IEnumerable<Row> Head(OwnerSheet sheet) =>
    [
        Cells.Row(1, [Cells.Text(0, 1, sheet.Plan, SheetStyles.Text), Cells.Text(2, 1, SheetWords.Title, SheetStyles.Title)], height: 24),
        Cells.Row(2, [Cells.Text(2, 2, sheet.Heading, SheetStyles.Subtitle)], height: 34),
        Cells.Row(3, [Cells.Text(2, 3, SheetWords.Guidance, SheetStyles.Guidance)], height: 34),
        Cells.Row(HeadingRow, [.. SheetWords.Headings.Select((text, column) => Cells.Text(column, HeadingRow, text, SheetStyles.Heading))], height: 34),
    ];

    private static Row Item(OwnerSheetRow row, int number, int choices)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"IF({OwnerColumns.Lead}{number}=\"\",\"\",IFERROR(VLOOKUP({OwnerColumns.Lead}{number},'{SheetWords.Choices}'!$A$2:$B${choices + 1},2,FALSE),\"?\"))");
        return Cells.Row(number,
        [
            Cells.Text(0, number, row.Item, SheetStyles.Text), Cells.Text(1, number, row.Exported, SheetStyles.Text),
            Cells.Text(2, number, row.Numbering, SheetStyles.Centred), Cells.Text(3, number, row.Kind, SheetStyles.Centred), Cells.Text(4, number, row.Text, SheetStyles.Text), Cells.Text(5, number, row.Theme, SheetStyles.Text),
            Cells.Text(6, number, row.Suggested, SheetStyles.Text), Cells.Text(7, number, row.Quote, SheetStyles.Text), Cells.Text(8, number, row.Lead, SheetStyles.Entry),
            new Cell(new CellFormula(name)) { CellReference = Cells.Reference(9, number), StyleIndex = SheetStyles.Text, DataType = CellValues.String },
            Cells.Text(10, number, row.Coordinating, SheetStyles.Entry), Cells.Text(11, number, row.Now, SheetStyles.Text),
        ], HeightOf(row));
    }

    private static double HeightOf(OwnerSheetRow row) => Cells.HeightOf(
        new[] { (row.Text, 4), (row.Theme, 5), (row.Suggested, 6), (row.Quote, 7), (row.Lead, 8), (row.Coordinating, 10), (row.Now, 11) }
            .Select(one => ((string?)one.Item1, Widths[one.Item2])));

    // A warning only: a code that the list lacks may be right, and the import says what is wrong with it.
    private static DataValidation ChoiceOfLead(OwnerSheet sheet) => new(new Formula1($"'{SheetWords.Choices}'!$A$2:$A${Math.Max(2, sheet.Choices.Count + 1)}"))
    {
        Type = DataValidationValues.List,
        ErrorStyle = DataValidationErrorStyleValues.Warning,
        AllowBlank = true,
        ShowErrorMessage = true,
        ErrorTitle = "Mã cơ quan",
        Error = "Mã này không có trong trang \"Cơ quan\".",
        SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{OwnerColumns.Lead}{HeadingRow + 1}:{OwnerColumns.Lead}{Last(sheet)}" },
    };

    private static int Last(OwnerSheet sheet) => HeadingRow + Math.Max(1, sheet.Rows.Count);
}
