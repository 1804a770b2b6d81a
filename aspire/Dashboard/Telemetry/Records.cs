namespace SocialPolicy.Dashboard.Telemetry;

/// <summary>The process that telemetry came from.</summary>
/// <param name="Service"><c>service.name</c>: the resource it runs as.</param>
/// <param name="Instance"><c>service.instance.id</c>: which of its replicas; may be empty.</param>
public sealed record Sender(string Service, string Instance)
{
    /// <summary>Whether it is the resource of this name, or the replica.</summary>
    public bool IsFrom(string resource) => Service == resource || Instance == resource;
}

/// <summary>What is known of something, as text.</summary>
public readonly record struct Fact(string Key, string Value);

/// <summary>One ended span.</summary>
internal sealed record SpanEntry(
    UInt128 Trace,
    ulong Id,
    ulong Parent,
    string Name,
    string Kind,
    Sender Sender,
    string Source,
    DateTimeOffset Start,
    TimeSpan Duration,
    bool Failed,
    string? Problem,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<SpanEvent> Events)
{
    public DateTimeOffset End => Start + Duration;
}

/// <summary>Something that happened at one moment of a span.</summary>
internal sealed record SpanEvent(string Name, DateTimeOffset At, IReadOnlyList<Fact> Facts);

/// <summary>One structured log record; <paramref name="Trace"/> is 0 outside any trace.</summary>
public sealed record LogEntry(
    DateTimeOffset At, Level Level, Sender Sender, string Category, string Message, UInt128 Trace, IReadOnlyList<Fact> Facts);

/// <summary>The last value of one metric for one set of attributes.</summary>
/// <param name="Value">As people read it: the number, or count, mean and greatest of a histogram.</param>
public sealed record MetricEntry(Sender Sender, string Meter, string Name, string Unit, string Labels, string Value, DateTimeOffset At);

/// <summary>How grave a log record is.</summary>
public enum Level
{
    Trace,
    Debug,
    Information,
    Warning,
    Error,
    Critical,
}

/// <summary>How much was received from a resource since the dashboard started.</summary>
internal readonly record struct Counts(long Spans, long Logs, long MetricPoints)
{
    public static Counts operator +(Counts one, Counts other) =>
        new(one.Spans + other.Spans, one.Logs + other.Logs, one.MetricPoints + other.MetricPoints);
}
