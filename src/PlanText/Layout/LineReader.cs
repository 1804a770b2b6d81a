namespace SocialPolicy.PlanText.Layout;

/// <summary>Cuts the source into lines; blank lines and rules ("-----", "|", "*") remain only as a note on the next line.</summary>
internal static class LineReader
{
    public static List<Line> Read(SourceText source)
    {
        var lines = new List<Line>();
        var signs = source.Signs;
        var afterBlank = true;
        for (var start = 0; start < signs.Length;)
        {
            var length = signs[start..].IndexOf('\n');
            var next = length < 0 ? signs.Length : start + length;
            var (from, to) = Trim(signs, start, next);
            if (to > from && signs[from..to].ContainsAnyExcept(" -–—_=|*~."))
            {
                var text = signs[from..to].ToString();
                lines.Add(new Line(from, to, MarkerScanner.Scan(text), afterBlank, text));
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

    private static (int From, int To) Trim(ReadOnlySpan<char> signs, int from, int to)
    {
        while (from < to && signs[from] is ' ' or '|')
            from++;
        while (to > from && signs[to - 1] is ' ' or '|')
            to--;
        return (from, to);
    }
}
