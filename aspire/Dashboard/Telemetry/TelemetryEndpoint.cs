using System.Globalization;
using System.Text.Json;

namespace SocialPolicy.Dashboard.Telemetry;

/// <summary><c>GET /telemetry</c>: every log and span that is held, with all it says, as lines of JSON: to search or keep with other tools.</summary>
internal static class TelemetryEndpoint
{
    private const string JsonLines = "application/x-ndjson";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapTelemetry(this WebApplication app) => app.MapGet("/telemetry", async (TelemetryStore store, HttpContext http, CancellationToken gone) =>
    {
        http.Response.ContentType = JsonLines;
        foreach (var log in store.Logs().Reverse())
            await Write(http, Line(log), gone);
        foreach (var span in store.Spans())
            await Write(http, Line(span), gone);
    });

    private static object Line(LogEntry log) => new
    {
        line = "log", log.At, level = log.Level.ToString(), log.Sender, log.Category, log.Message, trace = Hex(log.Trace), facts = Facts(log.Facts),
    };

    private static object Line(SpanEntry span) => new
    {
        line = "span", trace = Hex(span.Trace), id = Hex(span.Id), parent = Hex(span.Parent), span.Name, span.Kind, span.Sender, span.Source, span.Start, span.Duration,
        span.Failed, span.Problem, facts = Facts(span.Facts), events = span.Events.Select(happened => new { happened.Name, happened.At, facts = Facts(happened.Facts) }),
    };

    // A key may come twice.
    private static IEnumerable<string[]> Facts(IEnumerable<Fact> facts) => facts.Select(fact => new[] { fact.Key, fact.Value });

    private static string Hex(UInt128 id) => id.ToString("x32", CultureInfo.InvariantCulture);

    private static string Hex(ulong id) => id.ToString("x16", CultureInfo.InvariantCulture);

    private static async Task Write(HttpContext http, object line, CancellationToken gone)
    {
        await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, Options), gone);
        await http.Response.Body.WriteAsync("\n"u8.ToArray(), gone);
    }
}
