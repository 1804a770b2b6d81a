using SocialPolicy.Documents.Text;

namespace SocialPolicy.Documents.Blocks;

/// <summary>
/// Blocks as the lines that the reader of plans knows: a blank line between paragraphs but not between the centred lines of
/// a title, one line for each row of a table, the cells of a layout table one after another.
/// </summary>
internal sealed class BlockWriter
{
    private const int MostSpanned = 100;

    private readonly BoundedText text = new();

    public static string Write(IReadOnlyList<Block> blocks)
    {
        var writer = new BlockWriter();
        writer.Body(blocks);
        return writer.text.ToString();
    }

    private void Body(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Table table)
                Table(blocks, i, table);
            else if (blocks[i] is Paragraph paragraph)
                Line(paragraph.Text, isApart: !paragraph.IsCentred || i == 0 || blocks[i - 1] is not Paragraph { IsCentred: true });
        }
    }

    private void Table(IReadOnlyList<Block> blocks, int at, Table table)
    {
        if (LayoutTables.IsLayout(blocks, at))
        {
            foreach (var cell in table.Cells)
                Side(cell);
            return;
        }

        for (var i = 0; i < table.Rows.Count; i++)
            Row(table.Rows[i], isFirst: i == 0);
    }

    // The paragraphs of a head or foot are the lines of one thing: a name over two lines is still one name.
    private void Side(Cell cell)
    {
        if (cell.Blocks.Any(block => block is Table) || cell.Blocks.Count > 40)
        {
            Body(cell.Blocks);
            return;
        }

        for (var i = 0; i < cell.Blocks.Count; i++)
            Line(((Paragraph)cell.Blocks[i]).Text, isApart: i == 0);
    }

    private void Row(IReadOnlyList<Cell> cells, bool isFirst)
    {
        Begin(isFirst);
        text.Append("|");
        foreach (var cell in cells)
        {
            text.Append(" ");
            foreach (var paragraph in Paragraphs(cell.Blocks))
                text.Append(paragraph.Text.ReplaceLineEndings(" ")).Append(" ");
            text.Append("|");

            // The columns that it spans stay in their places.
            for (var column = 1; column < Math.Min(cell.Columns, MostSpanned); column++)
                text.Append(" |");
        }
    }

    private void Line(string line, bool isApart)
    {
        Begin(isApart);
        text.Append(line);
    }

    private void Begin(bool isApart)
    {
        if (!text.IsEmpty)
            text.Append(isApart ? "\n\n" : "\n");
    }

    private static IEnumerable<Paragraph> Paragraphs(IEnumerable<Block> blocks) => blocks.SelectMany(block =>
        block is Table table ? table.Cells.SelectMany(cell => Paragraphs(cell.Blocks)) : [(Paragraph)block]);
}
