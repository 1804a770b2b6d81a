using Grpc.Core;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Common.V1;
using OpenTelemetry.Proto.Metrics.V1;

namespace SocialPolicy.Dashboard.Telemetry.Receiving;

/// <summary>Takes metrics in.</summary>
internal sealed class MetricsReceiver(TelemetryStore store) : MetricsService.MetricsServiceBase
{
    public override Task<ExportMetricsServiceResponse> Export(ExportMetricsServiceRequest request, ServerCallContext context)
    {
        var read =
            from process in request.ResourceMetrics
            let sender = Reading.Sender(process.Resource)
            from meter in process.ScopeMetrics
            from metric in meter.Metrics
            from point in Points(metric)
            select new MetricEntry(
                sender, meter.Scope?.Name ?? "", metric.Name, metric.Unit, Labels(point.Attributes), point.Value, Reading.Time(point.At));
        store.Add(read.ToList());
        return Task.FromResult(new ExportMetricsServiceResponse());
    }

    private static IEnumerable<Point> Points(Metric metric) => metric.DataCase switch
    {
        Metric.DataOneofCase.Gauge => metric.Gauge.DataPoints.Select(Number),
        Metric.DataOneofCase.Sum => metric.Sum.DataPoints.Select(Number),
        Metric.DataOneofCase.Histogram => metric.Histogram.DataPoints.Select(point => new Point(
            point.Attributes, Spread(point.Count, point.Sum, point.HasMax ? point.Max : null), point.TimeUnixNano)),
        Metric.DataOneofCase.ExponentialHistogram => metric.ExponentialHistogram.DataPoints.Select(point => new Point(
            point.Attributes, Spread(point.Count, point.Sum, point.HasMax ? point.Max : null), point.TimeUnixNano)),
        Metric.DataOneofCase.Summary => metric.Summary.DataPoints.Select(point => new Point(
            point.Attributes, Spread(point.Count, point.Sum, greatest: null), point.TimeUnixNano)),
        _ => [],
    };

    private static Point Number(NumberDataPoint point) => new(
        point.Attributes,
        Reading.Number(point.ValueCase is NumberDataPoint.ValueOneofCase.AsInt ? point.AsInt : point.AsDouble),
        point.TimeUnixNano);

    private static string Spread(ulong count, double sum, double? greatest)
    {
        var mean = count is 0 ? 0 : sum / count;
        var most = greatest is { } value ? $", max {Reading.Number(value)}" : "";
        return $"{Reading.Number(count)} × mean {Reading.Number(mean)}{most}";
    }

    private static string Labels(IEnumerable<KeyValue> attributes) => string.Join(
        ", ", attributes.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={Reading.Text(one.Value)}"));

    private sealed record Point(IReadOnlyCollection<KeyValue> Attributes, string Value, ulong At);
}
