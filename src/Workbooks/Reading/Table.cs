namespace SocialPolicy.Workbooks.Reading;

/// <summary>What stands before the fraction of a number that was written as a text.</summary>
public enum DecimalMark
{
    /// <summary>A point.</summary>
    Point,

    /// <summary>A comma, as Vietnamese writes it; points may set thousands apart.</summary>
    Comma,

    /// <summary>Either, where the number itself shows which.</summary>
    Either,
}

/// <summary>A cell.</summary>
/// <param name="Text">What stands in it; a number in plain notation.</param>
/// <param name="IsNumber">Whether the file says that it is a number.</param>
public readonly record struct TableCell(string Text, bool IsNumber)
{
    /// <summary>One in which nothing stands.</summary>
    public static TableCell Empty { get; } = new("", false);
}

/// <summary>A row as its file has it.</summary>
/// <param name="Number">From 1, empty rows counted.</param>
/// <param name="Cells">From the first column on.</param>
public sealed record TableRow(int Number, IReadOnlyList<TableCell> Cells)
{
    /// <summary>A cell by its column, from 0.</summary>
    public TableCell this[int column] => column < Cells.Count ? Cells[column] : TableCell.Empty;

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Cells.All(cell => cell.Text.Length == 0);
}

/// <summary>A table as it is read from a file.</summary>
/// <param name="Mark">How numbers are written that the file keeps as texts.</param>
/// <param name="Rows">All rows, read while they are asked for. Throws TABLE_UNREADABLE, DOCUMENT_UNPACKS_TOO_LARGE.</param>
public sealed record Table(DecimalMark Mark, IEnumerable<TableRow> Rows);
