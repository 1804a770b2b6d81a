using System.Collections.Concurrent;
using SocialPolicy.Dashboard.Live;

namespace SocialPolicy.Dashboard.Telemetry;

/// <summary>What processes sent lately, in memory and within bounds: the newest spans and logs, the last value of each metric.</summary>
internal sealed class TelemetryStore(Changes changes)
{
    public const int SpanCapacity = 20_000;
    public const int LogCapacity = 20_000;
    public const int MetricCapacity = 5_000;

    private readonly Ring<SpanEntry> spans = new(SpanCapacity);
    private readonly Ring<LogEntry> logs = new(LogCapacity);
    private readonly ConcurrentDictionary<(Sender Sender, string Meter, string Name, string Labels), MetricEntry> metrics = new();
    private readonly ConcurrentDictionary<Sender, Counts> counts = new();

    /// <summary>Names of the services that sent anything, in order.</summary>
    public IReadOnlyList<string> Services => [.. counts.Keys.Select(sender => sender.Service).Distinct().Order(StringComparer.Ordinal)];

    public void Add(IReadOnlyCollection<SpanEntry> batch)
    {
        spans.Add(batch);
        Count(batch.CountBy(span => span.Sender), number => new Counts(number, 0, 0));
    }

    public void Add(IReadOnlyCollection<LogEntry> batch)
    {
        logs.Add(batch);
        Count(batch.CountBy(log => log.Sender), number => new Counts(0, number, 0));
    }

    /// <summary>Keeps the last value of each; of metrics beyond the capacity only the number is kept.</summary>
    public void Add(IReadOnlyCollection<MetricEntry> batch)
    {
        foreach (var point in batch)
        {
            var key = (point.Sender, point.Meter, point.Name, point.Labels);
            if (metrics.Count < MetricCapacity || metrics.ContainsKey(key))
                metrics[key] = point;
        }

        Count(batch.CountBy(point => point.Sender), number => new Counts(0, 0, number));
    }

    /// <summary>What came from a resource, by its name or the name of one of its replicas.</summary>
    public Counts CountsOf(string resource) =>
        counts.Where(count => count.Key.IsFrom(resource)).Aggregate(default(Counts), (sum, count) => sum + count.Value);

    /// <summary>Spans, oldest first.</summary>
    public IReadOnlyList<SpanEntry> Spans() => spans.ToArray();

    /// <summary>Logs, newest first.</summary>
    public IEnumerable<LogEntry> Logs() => logs.ToArray().Reverse();

    /// <summary>The last values of a resource's metrics, by meter and name.</summary>
    public IReadOnlyList<MetricEntry> MetricsOf(string resource) =>
    [
        .. metrics.Values.Where(point => point.Sender.IsFrom(resource))
            .OrderBy(point => point.Meter, StringComparer.Ordinal)
            .ThenBy(point => point.Name, StringComparer.Ordinal)
            .ThenBy(point => point.Labels, StringComparer.Ordinal),
    ];

    private void Count(IEnumerable<KeyValuePair<Sender, int>> batch, Func<int, Counts> toCounts)
    {
        foreach (var (sender, number) in batch)
            counts.AddOrUpdate(sender, toCounts(number), (_, before) => before + toCounts(number));
        changes.OfTelemetry();
    }
}
