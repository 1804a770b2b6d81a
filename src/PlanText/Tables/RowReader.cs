using SocialPolicy.PlanText.Agencies;
using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Tables;

/// <summary>Turns the cells of a row into a task; a row that names nothing but a number and words groups those below it.</summary>
internal sealed class RowReader(Flow flow)
{
    private readonly AgencyReader agencies = new(flow);

    /// <summary>Words of the group that the next rows belong to.</summary>
    public string? Group { get; set; }

    public void Read(IReadOnlyList<Column> columns, IReadOnlyList<Cell> cells, int block, List<(int Block, TaskRow Row)> tasks)
    {
        if (cells.Where(cell => !cell.IsEmpty).Take(2).ToList() is [var only])
        {
            // "I. Lĩnh vực y tế" over all columns.
            Group = agencies.Words(only.From, Closed(only).To);
            return;
        }

        var words = WordsOf(columns, cells, Column.Task);
        if (words.Length == 0 || cells.Count(cell => !cell.IsEmpty) == 0)
            return;
        var stated = columns.Zip(cells).Any(pair => pair.First is not (Column.Number or Column.Task) && !pair.Second.IsEmpty);
        if (!stated)
        {
            Group = words;
            return;
        }

        tasks.Add((block, new TaskRow
        {
            Number = OrNull(WordsOf(columns, cells, Column.Number)),
            Group = Group,
            Text = words,
            Lead = OrNull(WordsOf(columns, cells, Column.Lead)),
            Coordinating = Names(columns, cells),
            Time = OrNull(WordsOf(columns, cells, Column.Time)),
            Deliverable = OrNull(WordsOf(columns, cells, Column.Deliverable)),
            Span = SpanOf(cells),
        }));
    }

    private static string? OrNull(string words) => words.Length == 0 ? null : words;

    private TextSpan SpanOf(IReadOnlyList<Cell> cells)
    {
        var full = cells.Where(cell => !cell.IsEmpty).ToList();
        return flow.Span(flow.Tokens[full[0].From].Start, flow.Tokens[full[^1].To - 1].End);
    }

    private List<string> Names(IReadOnlyList<Column> columns, IReadOnlyList<Cell> cells) =>
        [.. Of(columns, cells, Column.Coordinating).SelectMany(cell => agencies.Names(cell.From, Closed(cell).To)).Where(name => name.Length > 0)];

    private string WordsOf(IReadOnlyList<Column> columns, IReadOnlyList<Cell> cells, Column wanted) =>
        string.Join("; ", Of(columns, cells, wanted).Select(cell => agencies.Words(cell.From, Closed(cell).To)));

    private static IEnumerable<Cell> Of(IReadOnlyList<Column> columns, IReadOnlyList<Cell> cells, Column wanted) =>
        columns.Zip(cells).Where(pair => pair.First == wanted && !pair.Second.IsEmpty).Select(pair => pair.Second);

    private Cell Closed(Cell cell) => !cell.IsEmpty && flow.Tokens[cell.To - 1].Text is "." or ";" or "," ? cell with { To = cell.To - 1 } : cell;
}
