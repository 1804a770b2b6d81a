using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Tables;

/// <summary>
/// Reads tables of tasks (STT, nhiệm vụ, chủ trì, phối hợp, thời gian, sản phẩm): a row of titles, then a row for each task.
/// A table that was flattened to text has a line for each cell instead; it is known by its titles, one below the other.
/// </summary>
internal sealed class TableReader(Flow flow)
{
    private readonly FlattenedTables flattened = new(flow);
    private readonly RowReader rows = new(flow);

    /// <summary>Blocks of the rows that name columns.</summary>
    public List<int> Titles { get; } = [];

    /// <summary>The rows of all such tables with the block each stands in, in document order.</summary>
    public IReadOnlyList<(int Block, TaskRow Row)> Read()
    {
        var tasks = new List<(int Block, TaskRow Row)>();
        Column[]? columns = null;
        for (var i = 0; i < flow.Blocks.Count; i++)
        {
            var block = flow.Blocks[i];
            if (!block.IsRow)
            {
                columns = null;
                if (flattened.Read(i, tasks) is var last and >= 0)
                    i = last;
                continue;
            }

            var cells = Cell.In(flow, block);
            if (TitlesOf(cells) is { } titles)
            {
                (columns, rows.Group) = (titles, null);
                Titles.Add(i);
            }
            else if (columns is not null)
            {
                var before = tasks.Count;
                rows.Read(columns, cells, i, tasks);
                if (tasks.Count == before && rows.Group is not null)
                    Titles.Add(i);
            }
        }

        return tasks;
    }

    /// <summary>Titles of a table of tasks: at least the task, and who or when or what comes of it.</summary>
    public static bool AreTitles(IReadOnlyCollection<Column> columns) =>
        columns.Contains(Column.Task) && columns.Any(column => column is Column.Lead or Column.Coordinating or Column.Time or Column.Deliverable);

    private Column[]? TitlesOf(List<Cell> cells)
    {
        var columns = cells.Select(cell => ColumnWords.Of(flow.Tokens.AsSpan(cell.From, cell.To - cell.From))).ToArray();
        return AreTitles(columns) ? columns : null;
    }
}
