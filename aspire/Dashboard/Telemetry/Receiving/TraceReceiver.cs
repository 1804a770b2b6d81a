using Grpc.Core;
using OpenTelemetry.Proto.Collector.Trace.V1;
using OpenTelemetry.Proto.Trace.V1;
using SpanStatus = OpenTelemetry.Proto.Trace.V1.Status;

namespace SocialPolicy.Dashboard.Telemetry.Receiving;

/// <summary>Takes spans in.</summary>
internal sealed class TraceReceiver(TelemetryStore store) : TraceService.TraceServiceBase
{
    public override Task<ExportTraceServiceResponse> Export(ExportTraceServiceRequest request, ServerCallContext context)
    {
        var read =
            from process in request.ResourceSpans
            let sender = Reading.Sender(process.Resource)
            from source in process.ScopeSpans
            from span in source.Spans
            where span.TraceId.Length is 16 && span.SpanId.Length is 8
            select Read(span, sender, source.Scope?.Name ?? "");
        var spans = read.ToList();
        store.Add(spans);

        var refused = request.ResourceSpans.Sum(process => process.ScopeSpans.Sum(source => source.Spans.Count)) - spans.Count;
        return Task.FromResult(refused is 0
            ? new ExportTraceServiceResponse()
            : new ExportTraceServiceResponse
            {
                PartialSuccess = new() { RejectedSpans = refused, ErrorMessage = "A span without a trace id of 16 and a span id of 8 bytes." },
            });
    }

    private static SpanEntry Read(Span span, Sender sender, string source)
    {
        var start = Reading.Time(span.StartTimeUnixNano);
        var end = Reading.Time(span.EndTimeUnixNano);
        return new SpanEntry(
            Reading.TraceId(span.TraceId),
            Reading.SpanId(span.SpanId),
            Reading.SpanId(span.ParentSpanId),
            span.Name,
            span.Kind.ToString(),
            sender,
            source,
            start,
            end > start ? end - start : TimeSpan.Zero,
            span.Status?.Code is SpanStatus.Types.StatusCode.Error,
            span.Status?.Message,
            Reading.Facts(span.Attributes),
            [.. span.Events.Select(one => new SpanEvent(one.Name, Reading.Time(one.TimeUnixNano), Reading.Facts(one.Attributes)))]);
    }
}
