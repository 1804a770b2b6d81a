using System.Globalization;
using System.Xml;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Workbooks.Reading;

/// <summary>The rows of a sheet, one after the other.</summary>
/// <param name="reader">The part of the sheet.</param>
/// <param name="texts">Those that cells share.</param>
internal sealed class SheetRows(XmlReader reader, IReadOnlyList<string> texts)
{
    private const int MostColumns = 1000;
    private const int ExactDigits = 15;

    private readonly CellText text = new();
    private List<TableCell> cells = [];
    private int number;
    private int column;
    private string type = "";

    public IEnumerable<TableRow> Read()
    {
        while (WorkbookArchive.Next(reader))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
                BeginRow();
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
                BeginCell();
            text.Take(reader, "v", "t");
            if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "c" })
                EndCell();
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
                yield return new(number, cells);
        }
    }

    private void BeginRow()
    {
        number = reader.GetAttribute("r") is { } said ? int.Parse(said, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
        (cells, column) = ([], -1);
    }

    private void BeginCell()
    {
        column = reader.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
        type = reader.GetAttribute("t") ?? "n";
        text.Begin();
    }

    private void EndCell()
    {
        var cell = CellOf(text.ToString());
        if (cell.Text.Length == 0)
            return;
        Check.Rule(new TablesAreReadable(column < MostColumns, $"row {number} has more than {MostColumns} columns"));
        while (cells.Count <= column)
            cells.Add(TableCell.Empty);
        cells[column] = cell;
    }

    private TableCell CellOf(string said) => type switch
    {
        "s" => new(said.Length == 0 ? "" : texts[int.Parse(said, NumberStyles.None, CultureInfo.InvariantCulture)], false),
        "b" => new(said == "1" ? "true" : "false", false),
        "n" when said.Length > 0 => NumberOf(said),
        _ => new(said, false),
    };

    // Programs keep 17 digits of which they show 15, and some with an exponent: what is shown was meant.
    private static TableCell NumberOf(string said)
    {
        if (said.Count(char.IsAsciiDigit) <= ExactDigits && said.TrimStart('-').All(sign => char.IsAsciiDigit(sign) || sign == '.'))
            return new(said, true);
        var number = double.Parse(said, NumberStyles.Float, CultureInfo.InvariantCulture);
        return Math.Abs(number) < (double)decimal.MaxValue
            ? new(((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture), true)
            : new(said, true);
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4))
            column = (column * 26) + letter - 'A' + 1;
        return column - 1;
    }
}
