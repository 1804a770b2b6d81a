namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>Draws a <see cref="BulletChart"/>: ranges, bar and target on one band, what they are above it, the axis below.</summary>
internal sealed class BulletDrawing
{
    private const double Band = 40;
    private const double Bar = 14;
    private const double Sought = 30;
    private const double Line = 19;
    private const int MostRanges = 4;
    private const double Size = 12;

    private readonly BulletChart chart;
    private readonly ChartHead head;
    private readonly IReadOnlyList<BulletRange> ranges;
    private readonly Magnitude magnitude;
    private readonly Picture picture;
    private readonly Axis values;
    private readonly double top;

    public BulletDrawing(BulletChart chart)
    {
        (this.chart, head) = (chart, chart.Head.Clean());
        ranges = [.. chart.Ranges.OrderBy(range => range.To).Take(MostRanges).Select(range => range with { Name = TextFit.Clean(range.Name) })];
        IReadOnlyList<decimal> all = [.. ranges.Select(range => range.To), .. new[] { chart.Value, chart.Target, chart.Before }.OfType<decimal>()];
        magnitude = Magnitude.Of(all);
        picture = new(head, magnitude.Named(head.Unit));
        top = picture.Top + 8 + Line * new[] { chart.Value, chart.Target }.OfType<decimal>().Count();
        values = new(Ticks.Over(Math.Min(0, all.DefaultIfEmpty(0).Min()), Math.Max(0, all.DefaultIfEmpty(0).Max())), Picture.Margin + 6, Picture.Width - Picture.Margin - 6);
    }

    private double Middle => top + Band / 2;

    public string ToSvg()
    {
        DrawRanges();
        DrawAxis();
        if (chart.Value is { } value)
            picture.Draw(Svg.Rectangle("own", Math.Min(values.At(0), values.At(value)), Middle - Bar / 2, Math.Abs(values.At(value) - values.At(0)), Bar)
                .Saying($"{Named}: {Magnitude.Full(value, head.Unit)}"));
        else
            DrawNoData();
        if (chart.Before is { } before)
            picture.Draw(Marks.Before(new(values.At(before), Middle)).Saying($"Cùng kỳ năm trước: {Magnitude.Full(before, head.Unit)}"));
        if (chart.Target is { } target)
            picture.Draw(Svg.Line("sought", values.At(target), Middle - Sought / 2, values.At(target), Middle + Sought / 2)
                .Saying($"Mục tiêu: {Magnitude.Full(target, head.Unit)}"));
        DrawNames();
        return picture.Close(top + Band + 22, LegendOf(), Told());
    }

    // At the end that the target leaves free.
    private void DrawNoData()
    {
        var toTheLeft = !(chart.Target is { } target && values.At(target) < Picture.Width / 2);
        picture.Draw(Svg.Text("ink", toTheLeft ? values.From + 12 : values.To - 12, Middle + 4, "Chưa có số liệu", toTheLeft ? "start" : "end"));
    }

    private string Named => chart.Estimate ? "Ước thực hiện" : "Thực hiện";

    private void DrawRanges()
    {
        var from = values.Ticks.Least;
        foreach (var (number, range) in Grounds())
        {
            var to = Math.Clamp(range.To, from, values.Ticks.Most);
            var band = Svg.Rectangle($"band band{number}", values.At(from), top, values.At(to) - values.At(from), Band);
            picture.Draw(range.Name.Length == 0 ? band : band.Saying(range.Name));
            from = to;
        }
    }

    // Behind the last range, and without any, the ground goes on to the end of the axis.
    private IEnumerable<(int Number, BulletRange Range)> Grounds()
    {
        var grounds = ranges.Index().Select(ground => (ground.Index, ground.Item));
        if (ranges.Count == 0)
            return [(MostRanges - 1, new(values.Ticks.Most, ""))];
        return ranges[^1].To < values.Ticks.Most ? grounds.Append((Math.Min(ranges.Count, MostRanges - 1), new(values.Ticks.Most, ""))) : grounds;
    }

    private void DrawAxis()
    {
        foreach (var tick in values.Ticks.At)
        {
            picture.Draw(Svg.Line("axis", values.At(tick), top + Band, values.At(tick), top + Band + 5));
            picture.Draw(Svg.Text("soft", values.At(tick), top + Band + 19, magnitude.Tick(tick), "middle"));
        }
        if (values.Ticks.Least < 0)
            picture.Draw(Svg.Line("axis", values.At(0), top, values.At(0), top + Band));
    }

    // A row for each, so that they never meet; a thread leads down from each, and the lower name keeps off the upper one's.
    private void DrawNames()
    {
        var y = picture.Top + 8;
        if (chart.Target is { } target)
        {
            DrawName($"Mục tiêu {magnitude.Short(target)}", values.At(target), y, Middle - Sought / 2, toTheLeft: false);
            y += Line;
        }
        if (chart.Value is { } value)
            DrawName($"{Named} {magnitude.Short(value)}", values.At(value), y, Middle - Bar / 2, toTheLeft: value <= chart.Target);
    }

    private void DrawName(string text, double x, double y, double end, bool toTheLeft)
    {
        var width = TextFit.Width(text, Size, bold: true) + 6;
        var left = toTheLeft ? x - width >= Picture.Margin : x + width > Picture.Width - Picture.Margin;
        picture.Draw(Svg.Line("axis", x, y - 8, x, end), Svg.Text("ink value strong", left ? x - 6 : x + 6, y, text, left ? "end" : "start"));
    }

    private IEnumerable<LegendEntry> LegendOf()
    {
        if (chart.Value is not null)
            yield return LegendEntry.Field(Named, "own");
        if (chart.Target is not null)
            yield return new("Mục tiêu", from => [Svg.Line("sought", from.X + Legend.SampleWidth / 2, from.Y - 8, from.X + Legend.SampleWidth / 2, from.Y + 8)]);
        if (chart.Before is not null)
            yield return LegendEntry.Mark("Cùng kỳ năm trước", Marks.Before);
        foreach (var (number, range) in ranges.Index())
            yield return LegendEntry.Field($"{range.Name} (đến {magnitude.Short(range.To)})", $"band band{number}");
    }

    private string Told() => string.Join(' ', new[]
    {
        chart.Value is { } value ? $"{Named} {Magnitude.Full(value, head.Unit)}." : "Chưa có số liệu.",
        chart.Target is { } target ? $"Mục tiêu {Magnitude.Full(target, head.Unit)}." : null,
        chart.Before is { } before ? $"Cùng kỳ năm trước {Magnitude.Full(before, head.Unit)}." : null,
        ranges.Count > 0 ? $"Các mức: {string.Join("; ", ranges.Select(range => $"{range.Name} đến {Magnitude.Full(range.To, head.Unit)}"))}." : null,
    }.OfType<string>());
}
