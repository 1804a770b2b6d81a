namespace SocialPolicy.Documents.Blocks;

/// <summary>A paragraph or a table, in reading order.</summary>
internal abstract record Block;

/// <summary>One paragraph; its line breaks are those its author set.</summary>
/// <param name="Text">With its number or bullet, trimmed, never empty.</param>
/// <param name="IsCentred">Whether it stands in the middle of the page, as the lines of a title do.</param>
internal sealed record Paragraph(string Text, bool IsCentred) : Block;

/// <summary>Rows of cells.</summary>
internal sealed record Table(IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block
{
    public int Columns { get; } = Rows.Count == 0 ? 0 : Rows.Max(row => row.Sum(cell => cell.Columns));

    public IEnumerable<Cell> Cells => Rows.SelectMany(row => row);
}

/// <summary>One cell.</summary>
/// <param name="Blocks">Nothing when it goes on with the cell above.</param>
/// <param name="Columns">How many columns it spans, at least one.</param>
internal sealed record Cell(IReadOnlyList<Block> Blocks, int Columns);
