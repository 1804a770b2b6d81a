namespace SocialPolicy.Dashboard.Telemetry;

/// <summary>The spans of one trace that are known, in the order they are to be read: each followed by what it caused.</summary>
internal sealed class TraceView
{
    private TraceView(UInt128 id, IReadOnlyList<SpanEntry> spans)
    {
        Id = id;
        Start = spans.Min(span => span.Start);
        Duration = spans.Max(span => span.End) - Start;
        Rows = InOrder(spans);
    }

    public UInt128 Id { get; }

    public DateTimeOffset Start { get; }

    public TimeSpan Duration { get; }

    public IReadOnlyList<(SpanEntry Span, int Depth)> Rows { get; }

    /// <summary>The span it began with, or the first one known.</summary>
    public SpanEntry First => Rows[0].Span;

    /// <summary>Whether the beginning is known; a long trace may have outlived its first spans here.</summary>
    public bool IsWhole => First.Parent is 0;

    public int Errors => Rows.Count(row => row.Span.Failed);

    public IReadOnlyList<string> Services => [.. Rows.Select(row => row.Span.Sender.Service).Distinct()];

    /// <summary>All traces of these spans, the latest first.</summary>
    public static IReadOnlyList<TraceView> All(IEnumerable<SpanEntry> spans) =>
    [
        .. spans.GroupBy(span => span.Trace)
            .Select(trace => new TraceView(trace.Key, [.. trace]))
            .OrderByDescending(trace => trace.Start),
    ];

    private static List<(SpanEntry, int)> InOrder(IReadOnlyList<SpanEntry> spans)
    {
        var ids = spans.Select(span => span.Id).ToHashSet();
        var caused = spans.OrderBy(span => span.Start).ToLookup(span => ids.Contains(span.Parent) ? span.Parent : 0);
        var placed = new HashSet<ulong>();
        var rows = new List<(SpanEntry, int)>(spans.Count);
        Place(0, 0);
        foreach (var left in spans.Where(span => placed.Add(span.Id)))
            rows.Add((left, 0));
        return rows;

        void Place(ulong parent, int depth)
        {
            foreach (var span in caused[parent].Where(span => placed.Add(span.Id)))
            {
                rows.Add((span, depth));
                Place(span.Id, depth + 1);
            }
        }
    }
}
