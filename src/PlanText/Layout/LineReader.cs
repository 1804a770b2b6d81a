namespace SocialPolicy.PlanText.Layout;

/// <summary>
/// Cuts the source into lines; blank lines and rules ("-----", "|", "*", "|:---|---|") remain only as a note on the next line.
/// </summary>
internal static class LineReader
{
    private const int FewestStrokes = 2;
    private const int FewestCells = 3;

    public static List<Line> Read(SourceText source)
    {
        var lines = new List<Line>();
        var signs = source.Signs;
        var afterBlank = true;
        for (var start = 0; start < signs.Length;)
        {
            var length = signs[start..].IndexOf('\n');
            var next = length < 0 ? signs.Length : start + length;
            var continues = !afterBlank && lines[^1].IsRow && signs[start..next].Count('\t') >= FewestStrokes;
            var group = lines.Count > 0 && lines[^1].IsRow && IsGroup(signs[start..next]);
            var (from, to) = group ? TrimAny(signs, start, next, " \t") : continues ? TrimRow(signs, start, next) : Trim(signs, start, next);
            if (to > from && signs[from..to].ContainsAnyExcept(" \t-–—_=|*~.:"))
            {
                var row = group || continues || signs[from..to].Count('|') >= FewestStrokes || HasCells(signs[from..to]);
                var text = signs[from..to].ToString();
                lines.Add(new Line(from, to, row ? Marker.None : MarkerScanner.Scan(text), afterBlank, row, text));
                afterBlank = false;
            }
            else
            {
                afterBlank = true;
            }

            start = next + 1;
        }

        return lines;
    }

    // "| I. Lĩnh vực y tế | | | |" below a row: one cell over all columns.
    private static bool IsGroup(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim();
        return trimmed is ['|', .., '|'] && trimmed.Count('|') > FewestStrokes;
    }

    // Three cells and more with tabs between: a row that was copied out of a table.
    private static bool HasCells(ReadOnlySpan<char> line)
    {
        var cells = 0;
        foreach (var cell in line.Split('\t'))
            cells += line[cell].Trim().IsEmpty ? 0 : 1;
        return cells >= FewestCells;
    }

    // The strokes around a row are kept with it; those around anything else are rules of a table that was flattened. Hashes before a
    // heading are Markdown's.
    private static (int From, int To) Trim(ReadOnlySpan<char> signs, int from, int to)
    {
        var (outerFrom, outerTo) = TrimAny(signs, from, to, " \t");
        var (innerFrom, innerTo) = TrimAny(signs, from, to, " \t|");
        if (innerTo > innerFrom && signs[innerFrom..innerTo].Count('|') >= 1 && signs[outerFrom..outerTo].Count('|') > FewestStrokes)
            return (outerFrom, outerTo);
        var words = innerFrom;
        while (words < innerTo && signs[words] == '#')
            words++;
        return words > innerFrom && words < innerTo && signs[words] == ' ' ? TrimAny(signs, words, innerTo, " \t") : (innerFrom, innerTo);
    }

    // Right below a row, tabs before the first words are its empty cells.
    private static (int From, int To) TrimRow(ReadOnlySpan<char> signs, int start, int next) =>
        (TrimAny(signs, start, next, " ").From, TrimAny(signs, start, next, " \t").To);

    private static (int From, int To) TrimAny(ReadOnlySpan<char> signs, int from, int to, string marks)
    {
        while (from < to && marks.Contains(signs[from], StringComparison.Ordinal))
            from++;
        while (to > from && marks.Contains(signs[to - 1], StringComparison.Ordinal))
            to--;
        return (from, to);
    }
}
