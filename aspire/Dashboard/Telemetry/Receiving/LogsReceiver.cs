using Grpc.Core;
using OpenTelemetry.Proto.Collector.Logs.V1;
using OpenTelemetry.Proto.Logs.V1;

namespace SocialPolicy.Dashboard.Telemetry.Receiving;

/// <summary>Takes log records in.</summary>
internal sealed class LogsReceiver(TelemetryStore store) : LogsService.LogsServiceBase
{
    public override Task<ExportLogsServiceResponse> Export(ExportLogsServiceRequest request, ServerCallContext context)
    {
        var read =
            from process in request.ResourceLogs
            let sender = Reading.Sender(process.Resource)
            from logger in process.ScopeLogs
            from record in logger.LogRecords
            select Read(record, sender, logger.Scope?.Name ?? "");
        store.Add(read.ToList());
        return Task.FromResult(new ExportLogsServiceResponse());
    }

    private static LogEntry Read(LogRecord record, Sender sender, string category) => new(
        Reading.Time(record.TimeUnixNano is 0 ? record.ObservedTimeUnixNano : record.TimeUnixNano),
        LevelOf(record.SeverityNumber),
        sender,
        category,
        Reading.Text(record.Body),
        Reading.TraceId(record.TraceId),
        Reading.Facts(record.Attributes));

    /// <summary>Each level has four steps; what says nothing counts as information.</summary>
    private static Level LevelOf(SeverityNumber severity) => (int)severity switch
    {
        >= 21 => Level.Critical,
        >= 17 => Level.Error,
        >= 13 => Level.Warning,
        >= 9 or <= 0 => Level.Information,
        >= 5 => Level.Debug,
        _ => Level.Trace,
    };
}
