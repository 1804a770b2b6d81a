using SocialPolicy.Documents.Blocks;

namespace SocialPolicy.Documents.Pdf;

/// <summary>Puts a table together again that the end of a page has cut.</summary>
internal static class CutTables
{
    private const int MostTitleRows = 4;

    /// <summary>
    /// One table of both. Titles repeated on the next page are left out; a first row without its own first cell, in which a cell goes
    /// on in the middle of a sentence, is the rest of the last row before.
    /// </summary>
    public static Table Join(Table before, Table after)
    {
        var rows = before.Rows.ToList();
        var rest = after.Rows.Skip(Repeated(before, after)).ToList();
        if (rest.Count > 0 && rows.Count > 0 && IsRestOf(rows[^1], rest[0]))
        {
            rows[^1] = [.. rows[^1].Zip(rest[0], (cell, more) => cell with { Blocks = Joined(cell, more) })];
            rest.RemoveAt(0);
        }

        return new Table([.. rows, .. rest]);
    }

    private static int Repeated(Table before, Table after)
    {
        var count = 0;
        while (count < MostTitleRows && count < before.Rows.Count && count < after.Rows.Count && IsSame(before.Rows[count], after.Rows[count]))
            count++;
        return count;
    }

    private static bool IsSame(IReadOnlyList<Cell> one, IReadOnlyList<Cell> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => Words(pair.First) == Words(pair.Second));

    private static bool IsRestOf(IReadOnlyList<Cell> row, IReadOnlyList<Cell> next) =>
        row.Count == next.Count && next[0].Blocks.Count == 0 && next.Any(cell => Words(cell) is [var first, ..] && char.IsLower(first));

    private static IReadOnlyList<Block> Joined(Cell cell, Cell more) =>
        (cell.Blocks.Count, more.Blocks.Count) switch
        {
            (_, 0) => cell.Blocks,
            (0, _) => more.Blocks,
            _ => [new Paragraph($"{Words(cell)} {Words(more)}", IsCentred: false)],
        };

    private static string Words(Cell cell) => string.Join(' ', cell.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text));
}
