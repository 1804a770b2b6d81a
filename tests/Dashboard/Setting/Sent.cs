using Google.Protobuf;
using OpenTelemetry.Proto.Collector.Logs.V1;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Collector.Trace.V1;
using OpenTelemetry.Proto.Common.V1;
using OpenTelemetry.Proto.Logs.V1;
using OpenTelemetry.Proto.Metrics.V1;
using OpenTelemetry.Proto.Resource.V1;
using OpenTelemetry.Proto.Trace.V1;

namespace SocialPolicy.Dashboard.FunctionalTests.Setting;

/// <summary>What a process sends.</summary>
internal static class Sent
{
    private static readonly ulong Start = (ulong)TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1_000_000;

    public static Span Span(string trace, string id, string parent, string name, double startsAt, double lasts, string? error = null)
    {
        var span = new Span
        {
            TraceId = ByteString.CopyFrom(Convert.FromHexString(trace)),
            SpanId = Id(id),
            ParentSpanId = parent.Length is 0 ? ByteString.Empty : Id(parent),
            Name = name,
            Kind = OpenTelemetry.Proto.Trace.V1.Span.Types.SpanKind.Server,
            StartTimeUnixNano = Start + (ulong)(startsAt * 1_000_000),
            EndTimeUnixNano = Start + (ulong)((startsAt + lasts) * 1_000_000),
            Attributes = { Attribute("http.request.method", "POST") },
        };
        if (error is not null)
            span.Status = new Status { Code = Status.Types.StatusCode.Error, Message = error };
        return span;
    }

    public static LogRecord Log(SeverityNumber severity, string message, string? trace = null) => new()
    {
        TimeUnixNano = Start,
        SeverityNumber = severity,
        Body = new AnyValue { StringValue = message },
        TraceId = trace is null ? ByteString.Empty : ByteString.CopyFrom(Convert.FromHexString(trace)),
        Attributes = { Attribute("plan", "van-ninh") },
    };

    public static Metric Gauge(string name, long value) => new()
    {
        Name = name,
        Unit = "s",
        Gauge = new Gauge { DataPoints = { new NumberDataPoint { AsInt = value, TimeUnixNano = Start, Attributes = { Attribute("route", "/a") } } } },
    };

    public static Metric Histogram(string name, ulong count, double sum, double max) => new()
    {
        Name = name,
        Unit = "s",
        Histogram = new Histogram
        {
            DataPoints = { new HistogramDataPoint { Count = count, Sum = sum, Max = max, TimeUnixNano = Start, Attributes = { Attribute("route", "/a") } } },
        },
    };

    public static ExportTraceServiceRequest Spans(IEnumerable<Span> spans, string service = "planregistry") => new()
    {
        ResourceSpans = { new ResourceSpans { Resource = From(service), ScopeSpans = { new ScopeSpans { Spans = { spans } } } } },
    };

    public static ExportLogsServiceRequest Logs(IEnumerable<LogRecord> logs, string service = "planregistry") => new()
    {
        ResourceLogs = { new ResourceLogs { Resource = From(service), ScopeLogs = { new ScopeLogs { LogRecords = { logs } } } } },
    };

    public static ExportMetricsServiceRequest Metrics(params Metric[] metrics) => new()
    {
        ResourceMetrics = { new ResourceMetrics { Resource = From("planregistry"), ScopeMetrics = { new ScopeMetrics { Metrics = { metrics } } } } },
    };

    private static Resource From(string service) => new() { Attributes = { Attribute("service.name", service) } };

    private static KeyValue Attribute(string key, string value) => new() { Key = key, Value = new AnyValue { StringValue = value } };

    private static ByteString Id(string id) => ByteString.CopyFrom(Convert.FromHexString(id.PadLeft(16, '0')));
}
