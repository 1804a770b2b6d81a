using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Tables;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>What tables of indicators state: of the period, of the vision, and inside tasks.</summary>
internal sealed record TableTargets(List<Target> Targets, List<Target> Vision, List<Target> InTasks)
{
    /// <summary>Blocks of rows that name columns or head the rows below them.</summary>
    public List<int> Titles { get; } = [];

    /// <summary>Blocks of tables that lost their rows.</summary>
    public HashSet<int> Lines { get; } = [];
}

/// <summary>
/// Reads tables of indicators (STT, chỉ tiêu, đơn vị tính, năm 2026, năm 2030): each value under a year is a target. What was reached
/// before ("thực hiện 2025") is none, and what a table of costs says is none either. Where a table lost its rows, whose value is whose
/// would be a guess: nothing is claimed from its lines.
/// </summary>
internal sealed class TargetTables
{
    private const int LongestTitle = 16;
    private const int LongestValue = 10;
    private const int LongestLine = 24;
    private const int MostTitles = 14;

    // Nobody writes wider tables or longer names; what claims to be one is not read, and so listed as unread.
    private const int MostColumns = 40;
    private const int LongestIndicator = 120;

    private static readonly PhraseTable<bool> Indicators = Phrases.Of("chỉ tiêu", "tên chỉ tiêu", "nội dung chỉ tiêu", "danh mục chỉ tiêu", "các chỉ tiêu", "mục tiêu", "chỉ số", "tên chỉ số");
    private static readonly PhraseTable<bool> Contents = Phrases.Of("nội dung");
    private static readonly PhraseTable<bool> Units = Phrases.Of("đơn vị tính", "đvt", "đơn vị đo", "đơn vị");
    private static readonly PhraseTable<bool> NotUnits = Phrases.Of("thực hiện", "chủ trì", "phụ trách", "phối hợp");
    private static readonly PhraseTable<bool> Reached = Phrases.Of("thực hiện", "hiện trạng", "ước", "kết quả", "hiện có", "số liệu", "đã đạt", "so với", "so sánh");
    private static readonly PhraseTable<bool> Money = Phrases.Of("kinh phí", "dự toán", "nguồn vốn", "ngân sách", "thành tiền");
    private static readonly PhraseTable<bool> Vision = Phrases.Of("tầm nhìn");

    private readonly Flow flow;
    private readonly QuantityScanner scanner;
    private readonly Interpreter interpreter;
    private readonly HashSet<int> inTasks;

    public TargetTables(Flow flow, Outline outline)
    {
        this.flow = flow;
        scanner = new QuantityScanner(flow);
        interpreter = new Interpreter(flow, scanner);
        inTasks = [.. outline.Of(SectionKind.Tasks).SelectMany(section => section.Blocks).Select(block => block.Index)];
    }

    public TableTargets Read()
    {
        var result = new TableTargets([], [], []);
        Titles? titles = null;
        var fresh = false;
        for (var i = 0; i < flow.Blocks.Count; i++)
        {
            var block = flow.Blocks[i];
            if (!block.IsRow)
            {
                titles = null;
                i = Math.Max(i, Skip(i, result) - 1);
                continue;
            }

            var cells = Cell.In(flow, block);
            if (cells.Count > MostColumns)
                continue;
            var found = TitlesOf(cells) ?? (fresh && titles is not null ? Extended(titles, cells) : null);
            fresh = found is not null;
            if (found is not null)
            {
                titles = found;
                result.Titles.Add(block.Index);
            }
            else if (titles is not null)
            {
                ReadRow(titles, block, cells, result);
            }
        }

        return result;
    }

    // The end of the table without rows that begins at the block, or the block itself.
    private int Skip(int first, TableTargets result)
    {
        if (!IsFlattened(first))
            return first;
        var end = first + 1;
        while (end < flow.Blocks.Count && IsLine(flow.Blocks[end]))
            end++;
        result.Lines.UnionWith(Enumerable.Range(first, end - first));
        return end;
    }

    // A number's title, and close below it the title of what is measured and that of a unit or year.
    private bool IsFlattened(int first)
    {
        if (flow.TokensOf(flow.Blocks[first]) is not [{ Text: "stt" or "tt" }, ..] opening || opening.Length > LongestTitle)
            return false;
        var last = Math.Min(flow.Blocks.Count, first + MostTitles);
        var cells = CellsOf(first, last).FindAll(cell => cell.To - cell.From is > 0 and <= LongestTitle);
        return cells.Exists(cell => Is(Indicators, cell) || Is(Indicators, cell with { From = cell.From + 1 })) && cells.Exists(cell => Is(Units, cell) || YearOf(cell) is not null);
    }

    private bool IsLine(Block block) =>
        !block.IsRow && block.Marker.Kind != MarkerKind.Bullet && block.EndToken - block.FirstToken <= LongestLine && !block.Marker.IsNumbered;

    private List<Cell> CellsOf(int from, int to) => [.. Enumerable.Range(from, to - from).Select(i => new Cell(flow.Blocks[i].FirstToken, flow.Blocks[i].EndToken))];

    private Titles? TitlesOf(List<Cell> cells)
    {
        var unit = cells.FindIndex(cell => Is(Units, cell) && !NotUnits.IsIn(Words(cell)));
        var indicator = cells.FindIndex(cell => (Is(Indicators, cell) || (unit >= 0 && Is(Contents, cell))) && YearOf(cell) is null);
        if (indicator < 0 || cells.Exists(cell => Money.IsIn(Words(cell))))
            return null;
        var years = YearsOf(cells);
        return unit >= 0 || years.Count > 0 ? new(indicator, unit, years) : null;
    }

    // Years may stand in a second row of titles, below "mục tiêu" or "mục tiêu đến năm 2030".
    private Titles? Extended(Titles titles, List<Cell> cells)
    {
        var years = YearsOf(cells);
        return years.Count > 0 && years.Count == cells.Count(cell => !cell.IsEmpty)
            ? titles with { Years = [.. titles.Years.Where(above => years.TrueForAll(year => year.At != above.At)), .. years] }
            : null;
    }

    private List<YearColumn> YearsOf(List<Cell> cells)
    {
        var years = new List<YearColumn>();
        for (var i = 0; i < cells.Count; i++)
        {
            if (YearOf(cells[i]) is { } year && !Reached.IsIn(Words(cells[i])))
                years.Add(new(i, year, Vision.IsIn(Words(cells[i]))));
        }

        return years;
    }

    private void ReadRow(Titles titles, Block block, List<Cell> cells, TableTargets result)
    {
        if (cells.Count(cell => !cell.IsEmpty) <= 1 || IsCountOfColumns(cells))
        {
            // "I. Lĩnh vực y tế" over all columns, "(1) (2) (3)" below the titles.
            result.Titles.Add(block.Index);
            return;
        }

        if (titles.Indicator >= cells.Count || cells[titles.Indicator] is not { IsEmpty: false } indicator || indicator.To - indicator.From > LongestIndicator)
            return;
        if (cells.Index().All(cell => cell.Item.IsEmpty || cell.Index <= titles.Indicator))
            result.Titles.Add(block.Index);
        foreach (var column in titles.Years.Where(column => column.At < cells.Count && column.At != titles.Indicator))
        {
            if (TargetOf(indicator, titles.Unit >= 0 && titles.Unit < cells.Count ? cells[titles.Unit] : default, cells[column.At], column.Year) is { } target)
                (column.IsVision ? result.Vision : inTasks.Contains(block.Index) ? result.InTasks : result.Targets).Add(target);
        }
    }

    private bool IsCountOfColumns(List<Cell> cells) =>
        cells.Count > 2 && cells.TrueForAll(cell => !cell.IsEmpty && Words(cell) is [.., { IsNumber: true }] or [{ Text: "(" }, { IsNumber: true }, { Text: ")" }]) && cells.Exists(cell => Words(cell).Length == 3);

    private Target? TargetOf(Cell indicator, Cell unitCell, Cell value, int year)
    {
        if (value.IsEmpty || value.To - value.From > LongestValue || scanner.Alone(value.From, value.To) is not { } quantity)
            return null;
        var words = Words(indicator);
        var unit = Unit(indicator, unitCell, quantity);
        var read = interpreter.Read(new Piece(value.From, value.To, quantity with { Unit = unit ?? quantity.Unit }, IsPart: false, Clause: 0), year);
        var change = TargetWords.Changes.Match(words, 0, out var meant) > 0 && !TargetWords.NotChanges.IsAt(words, 0) ? meant : (Comparator?)null;
        var comparator = change ?? read.Comparator;
        return read with
        {
            Text = $"{Text(indicator)} {Text(value)}{(unit is null || quantity.Unit is not null ? "" : $" {unit}")}",
            Span = flow.Span(flow.Tokens[Math.Min(indicator.From, value.From)].Start, flow.Tokens[Math.Max(indicator.To, value.To) - 1].End),
            Indicator = Text(indicator),
            Comparator = comparator,
            PerYear = read.PerYear || (change is not null && unit is not null && unit.EndsWith("/năm", StringComparison.Ordinal)),
            Bound = change is null ? read.Bound : read.Comparator,
            Year = year,
            Unit = unit ?? quantity.Unit,
            Direction = DirectionOf(comparator, words),
            Population = null,
            Geography = Places.In(flow, indicator.From, indicator.To),
            Theme = Themes.Of(words),
            IndicatorCode = IndicatorCodes.Of(words),
        };
    }

    private static Direction DirectionOf(Comparator comparator, ReadOnlySpan<Token> words) => comparator switch
    {
        Comparator.Lt or Comparator.Le or Comparator.DecreaseBy => Direction.Down,
        Comparator.IncreaseBy => Direction.Up,
        _ => Interpreter.LessIsBetter(words) ? Direction.Down : Direction.Up,
    };

    // The column names the unit; on how many it is counted may stand in the words of the indicator.
    private string? Unit(Cell indicator, Cell unitCell, Quantity quantity)
    {
        var unit = unitCell.IsEmpty ? null : Text(unitCell).ToLowerInvariant();
        if (unit is null)
            return quantity.Denominator is { } stated ? $"{quantity.Unit}/{stated}" : quantity.Unit;
        if (unit.Contains('/', StringComparison.Ordinal) || unit is "%")
            return unit;
        for (var i = indicator.From; i < indicator.To; i++)
        {
            if (scanner.Denominator(i, indicator.To, out var denominator) > 0)
                return $"{unit}/{denominator}";
        }

        return unit;
    }

    private int? YearOf(Cell title) => title.To - title.From > LongestTitle ? null : Years.LastOf(Words(title));

    private bool Is(PhraseTable<bool> titles, Cell cell) => !cell.IsEmpty && cell.To - cell.From <= LongestTitle && titles.IsAt(Words(cell), 0);

    private ReadOnlySpan<Token> Words(Cell cell) => flow.Tokens.AsSpan(cell.From, Math.Max(0, cell.To - cell.From));

    private string Text(Cell cell) => flow.Words(flow.Tokens[cell.From].Start, flow.Tokens[cell.To - 1].End);

    /// <summary>Which column of a table holds what; no years yet where they stand in a second row of titles.</summary>
    private sealed record Titles(int Indicator, int Unit, List<YearColumn> Years);

    /// <summary>A column of values to be reached in a year.</summary>
    private sealed record YearColumn(int At, int Year, bool IsVision);
}
