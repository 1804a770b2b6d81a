using System.Xml.Linq;
using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>Draws a <see cref="LineChart"/>: grid, way, series, marks, and the labels last, where there is room for them.</summary>
internal sealed class LineDrawing
{
    private const double Height = 250;

    private readonly ChartHead head;
    private readonly LineStory story;
    private readonly Magnitude magnitude;
    private readonly Picture picture;
    private readonly Years years;
    private readonly Axis values;
    private readonly Labels labels;

    public LineDrawing(LineChart chart)
    {
        head = chart.Head.Clean();
        story = new(chart);
        magnitude = Magnitude.Of(story.All.Select(point => point.Value));
        picture = new(head, magnitude.Named(head.Unit));

        var ticks = TicksOf([.. story.All.Select(point => point.Value)]);
        var (top, left) = (picture.Top + 22, Picture.Margin + ticks.At.Max(tick => TextFit.Width(magnitude.Tick(tick), 12)) + 10);
        years = new([.. story.Years], left + 18, Picture.Width - Picture.Margin - 26);
        values = new(ticks, top + Height, top);
        labels = new(new(left + 2, top - 18, Picture.Width - 8, top + Height - 1));
        Left = left;
    }

    private double Left { get; }

    public string ToSvg()
    {
        DrawAxes();
        DrawLines();
        foreach (var (spot, _, mark, saying) in Drawn())
            picture.Draw(mark(spot).Saying(saying));
        DrawLabels();
        if (story.Series.Count == 0)
            picture.Draw(Svg.Text("ink strong", Picture.Width - Picture.Margin, picture.Top - 2, "Chưa có số liệu", "end"));
        return picture.Close(values.From + 22, LegendOf(), story.Told(head));
    }

    private void DrawAxes()
    {
        var right = Picture.Width - Picture.Margin;
        foreach (var tick in values.Ticks.At)
        {
            picture.Draw(Svg.Line(tick == 0 ? "axis" : "grid", Left, values.At(tick), right, values.At(tick)));
            picture.Draw(Svg.Text("soft", Left - 8, values.At(tick) + 4, magnitude.Tick(tick), "end"));
        }
        picture.Draw(Svg.Line("axis", Left, values.From, right, values.From));
        foreach (var year in years.Named)
        {
            picture.Draw(Svg.Line("axis", years.At(year), values.From, years.At(year), values.From + 4));
            picture.Draw(Svg.Text("soft", years.At(year), values.From + 19, $"{year}", "middle"));
        }
    }

    private void DrawLines()
    {
        Draw("path", story.Path.Count == 1 && story.Target is { } target ? [new(Left, values.At(target.Value)), SpotOf(target)] : [.. story.Path.Select(SpotOf)]);
        if (story.Forecast is { } forecast && story.Series.Count > 0)
            Draw("forecast", [SpotOf(story.Series[^1].Point), SpotOf(forecast)]);
        foreach (var run in story.Runs)
            Draw("series", [.. run.Select(SpotOf)]);

        void Draw(string look, IReadOnlyList<Spot> spots)
        {
            labels.AvoidLine(spots);
            if (spots.Count > 1)
                picture.Draw(Svg.Lines(look, spots));
        }
    }

    private void DrawLabels()
    {
        List<(Spot Spot, YearValue Point, Func<Spot, XElement> Mark, string Saying)> drawn = [.. Drawn()];
        drawn.ForEach(mark => labels.KeepOff(mark.Spot));
        picture.Draw(story.Target is { } target ? labels.Put(SpotOf(target), $"Mục tiêu {magnitude.Short(target.Value)}", strong: true) : null);
        picture.Draw(story.Forecast is { } forecast ? labels.Put(SpotOf(forecast), $"Dự báo {magnitude.Short(forecast.Value)}") : null);
        picture.Draw(story.ByWeight.Select(point => labels.Put(SpotOf(point), magnitude.Short(point.Value), strong: point == story.Series[^1].Point)));
        picture.Draw(story.Path.Where(point => point != story.Target && !story.IsMeasured(point)).Select(point => labels.Put(SpotOf(point), magnitude.Short(point.Value))));
    }

    private IEnumerable<(Spot Spot, YearValue Point, Func<Spot, XElement> Mark, string Saying)> Drawn()
    {
        return
        [
            .. story.Baseline is { } baseline ? [Of(baseline, Marks.Baseline, "Năm gốc ")] : Array.Empty<(Spot, YearValue, Func<Spot, XElement>, string)>(),
            .. story.Milestones.Select(point => Of(point, Marks.Milestone, "Mốc trung gian ")),
            .. story.Target is { } target ? [Of(target, Marks.Target, "Mục tiêu ")] : Array.Empty<(Spot, YearValue, Func<Spot, XElement>, string)>(),
            .. story.Forecast is { } forecast ? [Of(forecast, Marks.Forecast, "Dự báo ")] : Array.Empty<(Spot, YearValue, Func<Spot, XElement>, string)>(),
            .. story.Series.Select(point => Of(point.Point, point.Estimate ? Marks.Estimated : Marks.Measured, point.Estimate ? "Ước thực hiện " : "")),
        ];

        (Spot, YearValue, Func<Spot, XElement>, string) Of(YearValue point, Func<Spot, XElement> mark, string what) =>
            (SpotOf(point), point, mark, $"{what}{point.Year}: {Magnitude.Full(point.Value, head.Unit)}");
    }

    private IEnumerable<LegendEntry> LegendOf()
    {
        if (story.Series.Count > 0)
            yield return LegendEntry.Line("Thực hiện", "series", Marks.Measured);
        if (story.Series.Any(point => point.Estimate))
            yield return LegendEntry.Mark("Ước thực hiện", Marks.Estimated);
        if (story.Baseline is not null)
            yield return LegendEntry.Mark("Năm gốc", Marks.Baseline);
        if (story.Milestones.Count > 0)
            yield return LegendEntry.Mark("Mốc trung gian", Marks.Milestone);
        if (story.Target is not null)
            yield return LegendEntry.Line(story.Path.Count > 1 ? "Lộ trình, mục tiêu" : "Mục tiêu", "path", Marks.Target);
        if (story.Forecast is not null)
            yield return LegendEntry.Line("Dự báo", "forecast", Marks.Forecast);
    }

    // Zero belongs to the picture unless the values lie close together far above it.
    private Ticks TicksOf(IReadOnlyList<decimal> all)
    {
        var (least, most) = all.Count == 0 ? (0, 1) : (all.Min(), all.Max());
        if (least == most || least <= 0 || most - least > most * 0.35m)
            return Ticks.Over(Math.Min(least, 0), Math.Max(most, 0));
        var air = (most - least) / 10;
        return Ticks.Over(Math.Max(least - air, 0), head.Unit.StartsWith('%') && most <= 100 ? Math.Min(most + air, 100) : most + air);
    }

    private Spot SpotOf(YearValue point) => new(years.At(point.Year), values.At(point.Value));
}
