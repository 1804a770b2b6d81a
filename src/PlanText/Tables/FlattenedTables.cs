using SocialPolicy.PlanText.Agencies;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Tables;

/// <summary>
/// Tables whose cells became lines: the titles one below the other, then for each row its number and its cells. An empty cell left
/// no line, so the lines of a row are told apart by what they say: an agency leads, the next ones coordinate, a time is a time.
/// </summary>
internal sealed class FlattenedTables(Flow flow)
{
    private const int FewestTitles = 4;
    private const int MostColumns = 10;
    private const int LongestTime = 12;

    private static readonly PhraseTable<bool> Times = Phrases.Of(
        "năm", "quý", "tháng", "ngày", "trước", "hằng năm", "hàng năm", "thường xuyên", "giai đoạn", "hằng quý", "hàng quý", "định kỳ", "theo tiến độ");

    private readonly AgencyReader agencies = new(flow);
    private readonly RowReader rows = new(flow);

    /// <summary>Reads the table whose titles begin at the block; the last block of it, or -1 when there is none.</summary>
    public int Read(int first, List<(int Block, TaskRow Row)> tasks)
    {
        if (ColumnWords.Of(flow.TokensOf(flow.Blocks[first])) != Column.Number || Titles(first) is not { } columns)
            return -1;
        rows.Group = null;
        var at = first + columns.Count;
        for (var number = 1; Opens(at, number); number++)
        {
            var end = at + 1;
            while (end < flow.Blocks.Count && end - at <= MostColumns && !Opens(end, number + 1) && IsCell(flow.Blocks[end]))
                end++;
            ReadRow(columns, at, end, tasks);
            at = end;
        }

        return at - 1;
    }

    private List<Column>? Titles(int first)
    {
        var columns = new List<Column>();
        for (var i = first; i < flow.Blocks.Count && columns.Count < MostColumns; i++)
        {
            var column = ColumnWords.Of(flow.TokensOf(flow.Blocks[i]));
            if (column == Column.Other || Opens(i, 1) || columns.Contains(column))
                break;
            columns.Add(column);
        }

        return columns.Count >= FewestTitles && TableReader.AreTitles(columns) ? columns : null;
    }

    private bool Opens(int at, int number)
    {
        if (at >= flow.Blocks.Count || flow.TokensOf(flow.Blocks[at]) is not [{ IsNumber: true } only, ..] tokens || tokens.Length > 2)
            return false;
        return NumberText.Whole(only.Text) == number && (tokens.Length == 1 || tokens[1].Is("."));
    }

    private static bool IsCell(Block block) => !block.IsRow && !block.Marker.IsNumbered;

    private void ReadRow(List<Column> columns, int from, int to, List<(int Block, TaskRow Row)> tasks)
    {
        var cells = Enumerable.Range(from, to - from).Select(i => new Cell(flow.Blocks[i].FirstToken, flow.Blocks[i].EndToken)).ToList();
        rows.Read(cells.Count == columns.Count ? columns : Guessed(columns, cells), cells, from, tasks);
    }

    // With a cell missing each line says what it is.
    private List<Column> Guessed(List<Column> columns, List<Cell> cells)
    {
        var guessed = new List<Column> { Column.Number };
        foreach (var cell in cells.Skip(1))
            guessed.Add(Next(columns, guessed[^1], cell));
        return guessed;
    }

    private Column Next(List<Column> columns, Column before, Cell cell)
    {
        if (before == Column.Number)
            return Column.Task;
        if (agencies.IsAt(cell.From, cell.To) && before is Column.Task or Column.Lead)
            return before == Column.Task ? Column.Lead : Column.Coordinating;
        if (cell.To - cell.From <= LongestTime && Times.IsIn(flow.Tokens.AsSpan(cell.From, cell.To - cell.From)) && columns.Contains(Column.Time) && before != Column.Time)
            return Column.Time;
        return columns.Contains(Column.Deliverable) ? Column.Deliverable : Column.Other;
    }
}
