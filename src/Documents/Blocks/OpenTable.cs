namespace SocialPolicy.Documents.Blocks;

/// <summary>A table being read: its rows so far, and the row and cell that are open.</summary>
internal sealed class OpenTable
{
    // HTML's own limit of a span.
    private const int MostColumns = 1000;

    private readonly List<IReadOnlyList<Cell>> rows = [];

    // By column: through how many further rows a cell above still reaches.
    private readonly List<int> reaching = [];
    private List<Cell>? row;
    private int column;
    private int columns = 1;
    private int depth = 1;

    /// <summary>What the open cell holds; null when none is open.</summary>
    public List<Block>? Cell { get; private set; }

    public int Columns
    {
        set => columns = Math.Clamp(value, 1, MostColumns);
    }

    public void BeginRow()
    {
        EndRow(isDropped: false);
        row = [];
        column = 0;
    }

    /// <summary>How many cells it makes: those before it that go on from above are made with it.</summary>
    public int BeginCell(int wide, int high)
    {
        EndCell();
        if (row is null)
            BeginRow();
        var before = row!.Count;
        ContinueFromAbove();
        Columns = wide;
        depth = Math.Max(high, 1);
        Cell = [];
        return row.Count - before + 1;
    }

    public void EndCell()
    {
        if (Cell is null || row is null)
            return;
        row.Add(new Cell(Cell, columns));
        Cell = null;
        Reach(columns, depth - 1);
    }

    public void EndRow(bool isDropped)
    {
        EndCell();
        if (row is { Count: > 0 } && !isDropped)
        {
            ContinueFromAbove();
            rows.Add(row);
        }

        row = null;
    }

    public Table Close()
    {
        EndRow(isDropped: false);
        return new Table(rows);
    }

    private void ContinueFromAbove()
    {
        for (; column < reaching.Count && reaching[column] > 0; column++)
        {
            reaching[column]--;
            row!.Add(new Cell([], 1));
        }
    }

    private void Reach(int wide, int further)
    {
        for (var end = column + wide; column < end; column++)
        {
            if (column < reaching.Count)
                reaching[column] = further;
            else if (column < MostColumns)
                reaching.Add(further);
        }
    }
}
