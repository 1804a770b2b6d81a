using System.Globalization;
using System.Runtime.InteropServices;

namespace SocialPolicy.Documents.Pdf;

/// <summary>
/// Reads from what <c>pdftocairo -svg</c> writes, an element to a line, the straight lines that a page draws, and makes grids of
/// them. A line is a stroke, or a filled box so thin that it looks like one.
/// </summary>
internal static class RuledLines
{
    private const int LongestPath = 16 << 10;
    private const int MostLines = 20_000;
    private const float Thin = 3;

    // A frame around the page is no table.
    private const float Tall = 600;

    public static async Task<IReadOnlyList<IReadOnlyList<RuledGrid>>> Read(StreamReader output, CancellationToken cancellation)
    {
        var pages = new List<IReadOnlyList<RuledGrid>>();
        var lines = new List<Box>();
        var isPaged = false;
        var isDefinition = false;
        await foreach (var line in PdfOutput.Lines(output, LongestPath, cancellation))
        {
            if (line == "<page>")
                (isPaged, lines) = (true, []);
            else if (line == "</page>")
                pages.Add(GridsOf(lines));
            else if (line is "<defs>" or "</defs>")
                isDefinition = line == "<defs>";
            else if (!isDefinition && lines.Count <= MostLines && line.StartsWith("<path ", StringComparison.Ordinal))
                Add(line, lines);
        }

        return isPaged ? pages : [GridsOf(lines)];
    }

    // A page with more is a map or a chart.
    private static IReadOnlyList<RuledGrid> GridsOf(List<Box> lines) => lines.Count > MostLines ? [] : RuledGrid.In(lines);

    private static void Add(string path, List<Box> lines)
    {
        var isStroke = path.Contains("fill:none", StringComparison.Ordinal) || path.Contains("fill=\"none\"", StringComparison.Ordinal);
        foreach (var points in Subpaths(Attribute(path, " d=\"").ToString()))
        {
            if (points.Count < 2)
                continue;
            var placed = Placed(points, Attribute(path, "matrix(", ')'));
            var box = new Box(placed.Min(at => at.X), placed.Min(at => at.Y), placed.Max(at => at.X), placed.Max(at => at.Y));
            if (Math.Min(box.Width, box.Height) <= Thin)
                lines.Add(box);
            else if (isStroke && box.Height < Tall && placed.TrueForAll(at => IsCorner(box, at)))
                lines.AddRange(Edges(box));
        }
    }

    private static bool IsCorner(Box box, Point at) =>
        (at.X <= box.Left + 1 || at.X >= box.Right - 1) && (at.Y <= box.Top + 1 || at.Y >= box.Bottom - 1);

    private static IEnumerable<Box> Edges(Box box) =>
    [
        box with { Bottom = box.Top }, box with { Top = box.Bottom }, box with { Right = box.Left }, box with { Left = box.Right },
    ];

    private static ReadOnlySpan<char> Attribute(string path, string opening, char closing = '"')
    {
        var from = path.IndexOf(opening, StringComparison.Ordinal);
        if (from < 0)
            return [];
        from += opening.Length;
        var to = path.IndexOf(closing, from);
        return to < 0 ? [] : path.AsSpan(from, to - from);
    }

    private static List<Point> Placed(List<Point> points, ReadOnlySpan<char> matrix)
    {
        Span<float> numbers = stackalloc float[6];
        var count = 0;
        foreach (var part in matrix.SplitAny(' ', ','))
        {
            if (count < numbers.Length && float.TryParse(matrix[part], CultureInfo.InvariantCulture, out var number))
                numbers[count++] = number;
        }

        if (count < numbers.Length)
            return points;
        var (a, b, c, d, e, f) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        return points.ConvertAll(at => new Point((a * at.X) + (c * at.Y) + e, (b * at.X) + (d * at.Y) + f));
    }

    // Moves and lines; a part with curves has no points.
    private static List<List<Point>> Subpaths(string path)
    {
        var all = new List<List<Point>>();
        var isCurved = false;
        float? x = null;
        foreach (var word in path.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "M")
            {
                all.Add([]);
                isCurved = false;
            }
            else if (word is "C" && all.Count > 0)
            {
                all[^1].Clear();
                isCurved = true;
            }
            else if (!isCurved && all.Count > 0 && float.TryParse(word, CultureInfo.InvariantCulture, out var number))
            {
                if (x is { } across)
                    all[^1].Add(new(across, number));
                x = x is null ? number : null;
            }
        }

        return all;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Point(float X, float Y);
}
