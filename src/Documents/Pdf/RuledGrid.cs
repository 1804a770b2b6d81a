using SocialPolicy.Documents.Blocks;

namespace SocialPolicy.Documents.Pdf;

/// <summary>Lines of a page that cross each other to form the cells of a table; some may be left out between cells that are one.</summary>
internal sealed class RuledGrid
{
    private const float Near = 3;
    private const int FewestAcross = 3;
    private const int FewestDown = 2;
    private const int MostAcross = 64;
    private const int MostDown = 1_000;
    private const float InFrame = 0.9f;

    private readonly float[] down;
    private readonly List<Box>[] upright;
    private readonly List<Box>[] level;

    private RuledGrid(float[] across, float[] down, List<Box> upright, List<Box> level)
    {
        (Across, this.down) = (across, down);
        this.upright = By(across, upright, line => line.MiddleX);
        this.level = By(down, level, line => line.MiddleY);
    }

    /// <summary>Where the edges of the columns are, from left to right.</summary>
    public IReadOnlyList<float> Across { get; }

    /// <summary>How many cells it has where no line is left out.</summary>
    public int Cells => (Across.Count - 1) * (down.Length - 1);

    /// <summary>The grids that the lines of a page make, from top to bottom.</summary>
    public static IReadOnlyList<RuledGrid> In(IReadOnlyList<Box> lines)
    {
        var grids = new List<RuledGrid>();
        var level = lines.Where(line => line.Width > line.Height && line.Width > Near).ToList();
        var band = new List<Box>();
        var bottom = float.NegativeInfinity;
        foreach (var line in lines.Where(line => line.Height >= line.Width && line.Height > Near).OrderBy(line => line.Top))
        {
            if (line.Top > bottom + Near && band.Count > 0)
            {
                Add(band, level, grids);
                band = [];
            }

            band.Add(line);
            bottom = Math.Max(band.Count == 1 ? float.NegativeInfinity : bottom, line.Bottom);
        }

        Add(band, level, grids);
        return grids;
    }

    /// <summary>Whether the middle of the word is inside.</summary>
    public bool Holds(PdfWord word) =>
        word.Box.MiddleX > Across[0] && word.Box.MiddleX < Across[^1] && word.Box.MiddleY > down[0] && word.Box.MiddleY < down[^1];

    /// <summary>Whether its columns stand where those of the other do, as in a table that goes on on the next page.</summary>
    public bool HasColumnsOf(RuledGrid other) =>
        Across.Count == other.Across.Count && Across.Zip(other.Across).All(pair => Math.Abs(pair.First - pair.Second) <= Near + 1);

    /// <summary>
    /// The words as rows of cells: one that goes on below a line that is not drawn holds all of its words where it begins, and
    /// nothing further down.
    /// </summary>
    public Table Fill(IEnumerable<PdfWord> words)
    {
        var cells = Parts();
        foreach (var word in words)
            cells[Place(down, word.Box.MiddleY), Place(Across, word.Box.MiddleX)].Words.Add(word);

        var rows = new List<IReadOnlyList<Cell>>();
        for (var row = 0; row < down.Length - 1; row++)
        {
            var ofRow = new List<Cell>();
            for (var column = 0; column < Across.Count - 1; column++)
            {
                var part = cells[row, column];
                if (column > 0 && part == cells[row, column - 1])
                    ofRow[^1] = ofRow[^1] with { Columns = ofRow[^1].Columns + 1 };
                else
                    ofRow.Add(new(row > 0 && part == cells[row - 1, column] ? [] : part.Blocks(), 1));
            }

            if (ofRow.Exists(cell => cell.Blocks.Count > 0))
                rows.Add(ofRow);
        }

        return new Table(rows);
    }

    private Part[,] Parts()
    {
        var cells = new Part[down.Length - 1, Across.Count - 1];
        for (var row = 0; row < down.Length - 1; row++)
        {
            for (var column = 0; column < Across.Count - 1; column++)
            {
                if (row > 0 && !IsCovered(level[row], line => (line.Left, line.Right), (Across[column] + Across[column + 1]) / 2))
                    cells[row, column] = cells[row - 1, column];
                else if (column > 0 && !IsCovered(upright[column], line => (line.Top, line.Bottom), (down[row] + down[row + 1]) / 2))
                    cells[row, column] = cells[row, column - 1];
                else
                    cells[row, column] = new Part();
            }
        }

        return cells;
    }

    private static void Add(List<Box> upright, List<Box> level, List<RuledGrid> grids)
    {
        if (upright.Count == 0)
            return;
        if (WithoutFrame(upright, level) is { } inner)
        {
            grids.AddRange(In([.. inner, .. level]));
            return;
        }

        var (top, bottom) = (upright.Min(line => line.Top), upright.Max(line => line.Bottom));
        var (left, right) = (upright.Min(line => line.MiddleX), upright.Max(line => line.MiddleX));
        var edges = Distinct([.. upright.Select(line => line.MiddleX)]);
        var crossing = level.Where(line => line.MiddleY > top - Near && line.MiddleY < bottom + Near && line.Right > left - Near && line.Left < right + Near
            && IsAtEdge(edges, line.Left) && IsAtEdge(edges, line.Right)).ToList();

        // Tables without lines at their sides, or cut by the end of a page.
        var across = Distinct([.. edges, .. crossing.SelectMany(line => new[] { line.Left, line.Right }).Where(at => !Array.Exists(edges, edge => Math.Abs(edge - at) <= Near + 1))]);
        var down = Distinct([.. crossing.Select(line => line.MiddleY), top, bottom]);
        if (crossing.Count > 0 && across.Length is >= FewestAcross and <= MostAcross && down.Length is >= FewestDown and <= MostDown)
            grids.Add(new(across, down, upright, crossing));
    }

    // A frame around a page with tables inside: two long lines at the sides, which none touches but at their ends.
    private static List<Box>? WithoutFrame(List<Box> upright, List<Box> level)
    {
        var (top, bottom) = (upright.Min(line => line.Top), upright.Max(line => line.Bottom));
        var (left, right) = (upright.Min(line => line.MiddleX), upright.Max(line => line.MiddleX));
        var inner = upright.FindAll(line => line.MiddleX > left + Near && line.MiddleX < right - Near);
        return inner.Count > 0 && inner.TrueForAll(line => line.Height < (bottom - top) * InFrame) && (inner.Min(line => line.Top) > top + Near || inner.Max(line => line.Bottom) < bottom - Near)
            && !level.Exists(line => line.MiddleY > top + Near && line.MiddleY < bottom - Near && (Math.Abs(line.Left - left) <= Near || Math.Abs(line.Right - right) <= Near))
            ? inner
            : null;
    }

    // What begins or ends inside a cell underlines its words.
    private static bool IsAtEdge(float[] edges, float at) =>
        at < edges[0] || at > edges[^1] || Array.Exists(edges, edge => Math.Abs(edge - at) <= Near + 1);

    private static float[] Distinct(List<float> places)
    {
        places.Sort();
        var distinct = new List<float>();
        foreach (var place in places)
        {
            if (distinct.Count == 0 || place - distinct[^1] > Near)
                distinct.Add(place);
        }

        return [.. distinct];
    }

    private static List<Box>[] By(float[] places, List<Box> lines, Func<Box, float> at)
    {
        var by = Array.ConvertAll(places, _ => new List<Box>());
        foreach (var line in lines)
        {
            var place = Array.BinarySearch(places, at(line));
            if (place < 0)
                place = Math.Max(~place - 1, 0);
            by[place].Add(line);
        }

        return by;
    }

    private static bool IsCovered(List<Box> lines, Func<Box, (float From, float To)> extent, float at) =>
        lines.Exists(line => extent(line) is var (from, to) && from <= at && to >= at);

    private static int Place(IReadOnlyList<float> edges, float at)
    {
        var place = 0;
        while (place < edges.Count - 2 && at >= edges[place + 1])
            place++;
        return place;
    }

    private sealed class Part
    {
        public List<PdfWord> Words { get; } = [];

        public IReadOnlyList<Block> Blocks() => Words.Count == 0 ? [] : [new Paragraph(PdfWord.JoinLines(Words), IsCentred: false)];
    }
}
