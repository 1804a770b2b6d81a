using SocialPolicy.Documents.Blocks;

namespace SocialPolicy.Documents.Pdf;

/// <summary>
/// Pages as blocks: the text between tables as one paragraph, their numbers and running lines left out, and a table for each grid that holds words in
/// several columns.
/// </summary>
internal static class PdfBlocks
{
    /// <param name="pages">Words of each page.</param>
    /// <param name="grids">Grids of each page.</param>
    public static IReadOnlyList<Block> Of(IReadOnlyList<PdfPage> pages, IReadOnlyList<IReadOnlyList<RuledGrid>> grids)
    {
        var parts = pages.Select((page, i) => Parts(page, grids[i])).ToList();
        PageLines.RemoveFurniture([.. parts.Select(page => page is [var first, ..] ? first.Lines : [])], [.. parts.Select(page => page is [.., var last] ? last.Lines : [])]);
        var blocks = new List<Block>();
        RuledGrid? open = null;
        foreach (var part in parts.SelectMany(page => page))
            open = Add(part, open, blocks);
        return blocks;
    }

    // The grid of the table that may go on.
    private static RuledGrid? Add(Part part, RuledGrid? open, List<Block> blocks)
    {
        if (part.Table is { } table)
        {
            if (open?.HasColumnsOf(part.Grid!) == true)
                blocks[^1] = CutTables.Join((Table)blocks[^1], table);
            else
                blocks.Add(table);
            return part.Grid;
        }

        if (part.Lines.Count == 0)
            return open;
        blocks.Add(new Paragraph(string.Join('\n', part.Lines), IsCentred: false));
        return null;
    }

    private static List<Part> Parts(PdfPage page, IReadOnlyList<RuledGrid> grids)
    {
        var tables = Tables(page, grids);
        var parts = new List<Part>();
        foreach (var flow in page.Flows)
        {
            if (parts is [.., { Lines.Count: > 0 } before])
                before.Lines.Add("");
            foreach (var line in flow)
                Add(line, tables, parts);
        }

        foreach (var part in parts)
            PageLines.Trim(part.Lines);
        return parts;
    }

    // A frame around text, or around one column of it, is no table.
    private static List<Part> Tables(PdfPage page, IReadOnlyList<RuledGrid> grids)
    {
        var words = grids.Select(_ => new List<PdfWord>()).ToList();
        foreach (var word in page.Words)
        {
            if (Holding(grids, word) is var grid and >= 0)
                words[grid].Add(word);
        }

        return [.. grids.Zip(words).Where(pair => pair.Second.Count > 0).Select(pair => new Part { Grid = pair.First, Table = pair.First.Fill(pair.Second) })
            .Where(part => ColumnsWithWords(part.Table!) > 1)];
    }

    private static int Holding(IReadOnlyList<RuledGrid> grids, PdfWord word)
    {
        for (var i = 0; i < grids.Count; i++)
        {
            if (grids[i].Holds(word))
                return i;
        }

        return -1;
    }

    private static int ColumnsWithWords(Table table) =>
        table.Rows.SelectMany(row => row.Index()).Where(at => at.Item.Blocks.Count > 0).Select(at => at.Index).Distinct().Count();

    // A table stands where its first word is met.
    private static void Add(List<PdfWord> line, List<Part> tables, List<Part> parts)
    {
        var free = new List<PdfWord>();
        foreach (var word in line)
        {
            if (tables.Find(table => table.Grid!.Holds(word)) is not { } table)
                free.Add(word);
            else if (!parts.Contains(table))
                parts.Add(table);
        }

        if (free.Count == 0)
            return;
        if (parts is not [.., { Table: null }])
            parts.Add(new());
        parts[^1].Lines.Add(PdfWord.Join(free).TrimEnd());
    }

    // Lines of text, or a table.
    private sealed class Part
    {
        public RuledGrid? Grid { get; init; }
        public Table? Table { get; init; }
        public List<string> Lines { get; } = [];
    }
}
