namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>Draws a <see cref="BarChart"/>: a row for each unit with rank, name, bar and value, and the target across them all.</summary>
internal sealed class BarDrawing
{
    private const double MostName = 178;
    private const double RankWidth = 24;
    private const double Size = 12;
    private const string NoData = "chưa có số liệu";

    private readonly ChartHead head;
    private readonly decimal? target;
    private readonly BarStory story;
    private readonly IReadOnlyList<(UnitBar Unit, int? Rank)> rows;
    private readonly Magnitude magnitude;
    private readonly Picture picture;
    private readonly Axis values;
    private readonly double row;
    private readonly double left;
    private readonly double top;

    public BarDrawing(BarChart chart)
    {
        (head, target, story) = (chart.Head.Clean(), chart.Target, new(chart));
        rows = story.Rows;
        IReadOnlyList<decimal> all = [.. rows.Select(row => row.Unit.Value).Append(target).OfType<decimal>()];
        magnitude = Magnitude.Of(all);
        picture = new(head, magnitude.Named(head.Unit));
        row = rows.Count switch { <= 12 => 30, <= 20 => 27, _ => 22 };
        left = Picture.Margin + RankWidth + Math.Min(MostName, rows.Select(row => TextFit.Width(row.Unit.Unit, Size, row.Unit.Own)).DefaultIfEmpty(0).Max()) + 12;
        top = picture.Top + (target is null ? 10 : 30);
        values = AxisOf(all);
    }

    private double Bottom => top + rows.Count * row;

    public string ToSvg()
    {
        DrawGrid();
        foreach (var (number, (unit, rank)) in rows.Index())
            DrawRow(unit, rank, top + number * row);
        picture.Draw(Svg.Line("axis", values.At(0), top, values.At(0), Bottom));
        DrawTarget();
        foreach (var (number, (unit, _)) in rows.Index())
            DrawValue(unit, top + number * row + row / 2 + 4);
        if (rows.Count == 0)
            picture.Draw(Svg.Text("soft", Picture.Width / 2, top + 20, "Chưa có số liệu", "middle"));
        return picture.Close(Math.Max(Bottom, top + 30) + 20, LegendOf(), story.Told(head));
    }

    private void DrawGrid()
    {
        foreach (var unit in rows.Index().Where(row => row.Item.Unit.Own))
            picture.Draw(Svg.Rectangle("row", Picture.Margin - 8, top + unit.Index * row, Picture.Inner + 16, row, 3));
        if (rows.Count == 0)
            return;
        foreach (var tick in values.Ticks.At)
        {
            picture.Draw(Svg.Line("grid", values.At(tick), top, values.At(tick), Bottom));
            picture.Draw(Svg.Text("soft", values.At(tick), Bottom + 17, magnitude.Tick(tick), "middle"));
        }
    }

    private void DrawRow(UnitBar unit, int? rank, double y)
    {
        var strong = unit.Own ? " strong" : "";
        var middle = y + row / 2;
        var lines = TextFit.Wrap(unit.Unit, MostName, Size, row < 26 ? 1 : 2, unit.Own);
        if (rank is { } number)
            picture.Draw(Svg.Text("soft small", Picture.Margin + 16, middle + 4, $"{number}", "end"));
        foreach (var (line, text) in lines.Index())
            picture.Draw(Svg.Text($"ink{strong}", left - 10, middle + 4 + (line - (lines.Count - 1) / 2.0) * 13, text, "end").Saying(unit.Unit));

        if (unit.Value is not { } value)
            return;
        var (from, to) = (Math.Min(values.At(0), values.At(value)), Math.Max(values.At(0), values.At(value)));
        var thick = Math.Round(row * 0.6);
        picture.Draw(Svg.Rectangle(unit.Own ? "own" : "bar", from, middle - thick / 2, to - from, thick).Saying($"{unit.Unit}: {Magnitude.Full(value, head.Unit)}"));
    }

    private void DrawValue(UnitBar unit, double y)
    {
        if (unit.Value is not { } value)
        {
            picture.Draw(Svg.Text("soft value small", Beside(values.At(0), TextFit.Width(NoData, Size), 1), y, NoData));
            return;
        }
        var (text, side) = (magnitude.Short(value), value < 0 ? -1 : 1);
        var x = Beside(values.At(value), TextFit.Width(text, Size, unit.Own), side);
        picture.Draw(Svg.Text(unit.Own ? "ink value strong" : "ink value", x, y, text, side < 0 ? "end" : "start"));
    }

    // Behind the end of the bar; behind the line of the target where that would go through it.
    private double Beside(double end, double width, int side)
    {
        var x = end + side * 6;
        if (target is not { } demanded)
            return x;
        var line = (values.At(demanded) - x) * side;
        return line > -5 && line < width + 3 ? values.At(demanded) + side * 6 : x;
    }

    private void DrawTarget()
    {
        if (target is not { } demanded || rows.Count == 0)
            return;
        var (x, text) = (values.At(demanded), $"Mục tiêu {magnitude.Short(demanded)}");
        var half = TextFit.Width(text, Size, bold: true) / 2;
        picture.Draw(
            Svg.Line("goal", x, top - 8, x, Bottom),
            Svg.Text("ink strong", Math.Clamp(x, Picture.Margin + half, Picture.Width - Picture.Margin - half), top - 13, text, "middle"));
    }

    // A value stands outside its bar: the axis leaves it room at either end.
    private Axis AxisOf(IReadOnlyList<decimal> all)
    {
        var ticks = Ticks.Over(Math.Min(0, all.DefaultIfEmpty(0).Min()), Math.Max(0, all.DefaultIfEmpty(0).Max()));
        var label = all.Select(value => TextFit.Width(magnitude.Short(value), Size, bold: true)).DefaultIfEmpty(0).Max() + 10;
        var room = TextFit.Width(NoData, Size);
        return new(ticks, left + (ticks.Least < 0 ? label : 4), Picture.Width - Picture.Margin - (all.Any(value => value > 0) ? label : ticks.Most > 0 ? 14 : room));
    }

    private IEnumerable<LegendEntry> LegendOf()
    {
        if (rows.Any(row => row.Unit.Own) && rows.Any(row => !row.Unit.Own))
        {
            yield return LegendEntry.Field("Đơn vị đang xem", "own");
            yield return LegendEntry.Field("Đơn vị khác", "bar");
        }
        if (target is not null)
            yield return LegendEntry.Line("Mục tiêu", "goal");
    }
}
