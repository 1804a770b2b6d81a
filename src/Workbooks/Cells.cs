using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialPolicy.Workbooks;

/// <summary>Cells, rows and columns of a worksheet; columns count from 0, rows from 1.</summary>
public static class Cells
{
    private const double LineHeight = 15;
    private const string BeginningsOfFormulas = "=+-@\t\r\n|";

    // What a cell of a workbook holds at most; office programs call a file with more damaged.
    private const int MostInOne = 32_767;

    /// <summary>"A1".</summary>
    public static string Reference(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row}");

    /// <summary>"A", and after "Z" "AA".</summary>
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);

    /// <summary>
    /// A text as it is, never a formula, whatever it begins with. One that an office program would take for a formula when its cell is
    /// entered again carries that program's mark for a text.
    /// </summary>
    public static Cell Text(int column, int row, string text, uint style) =>
        Written(column, row, text, BeginsAFormula(text) ? SheetStyles.AsText(style) : style);

    /// <summary>Whether an office program would take it for a formula.</summary>
    public static bool BeginsAFormula(string text) => text.Length > 0 && BeginningsOfFormulas.Contains(text[0]);

    private static Cell Written(int column, int row, string text, uint style) =>
        new(new InlineString(new Text(Shown(text)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = Reference(column, row), StyleIndex = style, DataType = CellValues.InlineString };

    /// <summary>A number as a number, a text as it is, nothing as an empty cell.</summary>
    public static Cell Of(int column, int row, object? said, uint style) => said switch
    {
        null or "" => new() { CellReference = Reference(column, row), StyleIndex = style },
        decimal or int => new(new CellValue(string.Create(CultureInfo.InvariantCulture, $"{said}"))) { CellReference = Reference(column, row), StyleIndex = style, DataType = CellValues.Number },
        _ => Text(column, row, $"{said}", style),
    };

    /// <summary>A row, as high as said or as its reader finds right.</summary>
    public static Row Row(int number, IEnumerable<Cell> cells, double? height = null) => new(cells) { RowIndex = (uint)number, Height = height, CustomHeight = height is null ? null : true };

    /// <summary>Columns of these widths in characters, the first ones hidden.</summary>
    public static Columns Columns(IEnumerable<double> widths, int hidden = 0) => new(widths.Select((width, index) => new Column
    {
        Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true, Hidden = index < hidden,
    }));

    /// <summary>A view whose first rows stay where they are.</summary>
    public static SheetView Frozen(int rows) => new(
        new Pane { VerticalSplit = rows, TopLeftCell = $"A{rows + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
    {
        WorkbookViewId = 0,
    };

    /// <summary>How high a row has to be for its texts. Office programs do not measure wrapped text when they open a workbook: the height is said.</summary>
    /// <param name="texts">Each with the width of its column in characters.</param>
    public static double HeightOf(IEnumerable<(string? Text, double Width)> texts) => Math.Min(
        409,
        LineHeight * texts.Select(one => (one.Text ?? "").Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length / one.Width)))).DefaultIfEmpty(1).Max());

    private static string Shown(string text) => XmlText.Of(text) is var kept && kept.Length > MostInOne ? $"{kept[..(MostInOne - 1)]}…" : kept;
}
