using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>What a line chart has to tell, in order.</summary>
internal sealed class LineStory(LineChart chart)
{
    private const int MostLabels = 14;

    /// <summary>The years that have a value.</summary>
    public IReadOnlyList<(YearValue Point, bool Estimate)> Series { get; } =
    [
        .. chart.Series.Where(point => point.Value is not null).OrderBy(point => point.Year)
            .Select(point => (new YearValue(point.Year, point.Value!.Value), point.Estimate)),
    ];

    public YearValue? Baseline => chart.Baseline;

    public IReadOnlyList<YearValue> Milestones { get; } =
        [.. chart.Milestones.OrderBy(milestone => milestone.Year).Select(milestone => new YearValue(milestone.Year, milestone.Value))];

    public YearValue? Target => chart.Target;

    public YearValue? Forecast => chart.Forecast;

    /// <summary>From the baseline over the milestones to the target.</summary>
    public IReadOnlyList<YearValue> Path => [.. new[] { Baseline }.Concat(Milestones).Append(Target).OfType<YearValue>()];

    public IEnumerable<YearValue> All => [.. Series.Select(point => point.Point), .. Path, .. new[] { Forecast }.OfType<YearValue>()];

    /// <summary>Those of the series without a value too: that there is none is worth showing.</summary>
    public IEnumerable<int> Years => All.Select(point => point.Year).Concat(chart.Series.Select(point => point.Year)).Distinct().Order();

    /// <summary>Values that follow each other without a gap: as far apart as the closest two.</summary>
    public IEnumerable<IReadOnlyList<YearValue>> Runs
    {
        get
        {
            var step = Series.Zip(Series.Skip(1), (from, to) => to.Point.Year - from.Point.Year).DefaultIfEmpty(1).Min();
            var run = new List<YearValue>();
            foreach (var (point, _) in Series)
            {
                if (run.Count > 0 && point.Year - run[^1].Year > step)
                {
                    yield return run;
                    run = [];
                }
                run.Add(point);
            }
            if (run.Count > 0)
                yield return run;
        }
    }

    /// <summary>Whether it is a value of the series as well: then that one says how much it is.</summary>
    public bool IsMeasured(YearValue point) => Series.Any(value => value.Point == point);

    /// <summary>The values to be labelled, the telling ones first: the newest, the first, the highest, the lowest; the rest when they are few.</summary>
    public IEnumerable<YearValue> ByWeight
    {
        get
        {
            if (Series.Count == 0)
                return [];
            IReadOnlyList<YearValue> points = [.. Series.Select(point => point.Point)];
            IEnumerable<YearValue> telling = [points[^1], points[0], points.MaxBy(point => point.Value)!, points.MinBy(point => point.Value)!];
            return telling.Concat(points.Count <= MostLabels ? points : []).Distinct();
        }
    }

    /// <summary>The same in words.</summary>
    public string Told(ChartHead head)
    {
        var series = Series switch
        {
            [] => "Chưa có số liệu.",
            [var only] => $"Năm {only.Point.Year}: {Full(only.Point)}.",
            [var first, .., var last] => $"Từ {Full(first.Point)} năm {first.Point.Year} đến {Full(last.Point)} năm {last.Point.Year}.",
        };
        var missing = chart.Series.Where(point => point.Value is null).Select(point => point.Year).Order().ToList();
        return string.Join(' ', new[]
        {
            series,
            missing.Count > 0 ? $"Không có số liệu năm {string.Join(", ", missing)}." : null,
            Baseline is { } baseline ? $"Năm gốc {baseline.Year}: {Full(baseline)}." : null,
            Milestones.Count > 0 ? $"Mốc trung gian: {string.Join("; ", Milestones.Select(point => $"{Full(point)} năm {point.Year}"))}." : null,
            Target is { } target ? $"Mục tiêu {Full(target)} năm {target.Year}." : null,
            Forecast is { } forecast ? $"Dự báo theo xu hướng {Full(forecast)} năm {forecast.Year}." : null,
        }.OfType<string>());

        string Full(YearValue point) => Magnitude.Full(point.Value, head.Unit);
    }
}

/// <summary>The axis of years.</summary>
internal sealed record Years(IReadOnlyList<int> Shown, double From, double To)
{
    private const double LabelWidth = 40;

    private static readonly int[] Steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

    /// <summary>As many as there is room for, counted from the last: that is the one that matters.</summary>
    public IEnumerable<int> Named
    {
        get
        {
            if (Shown.Count == 0)
                return [];
            var (first, last) = (Shown[0], Shown[^1]);
            var step = Steps.First(step => (last - first) / step * LabelWidth <= To - From || step == Steps[^1]);
            return Enumerable.Range(0, (last - first) / step + 1).Select(number => last - number * step).Reverse();
        }
    }

    public double At(int year) => Shown.Count < 2 ? (From + To) / 2 : From + (To - From) * (year - Shown[0]) / (Shown[^1] - Shown[0]);
}
