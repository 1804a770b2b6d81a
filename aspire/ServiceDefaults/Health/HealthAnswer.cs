using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialPolicy.ServiceDefaults.Health;

/// <summary>
/// <c>{"state":"Unhealthy","milliseconds":3.2,"checks":[{"name":"storage","state":"Unhealthy","milliseconds":3.1,"description":"..."}]}</c>.
/// An exception shows its type only: its message may hold an address or a user name.
/// </summary>
internal static class HealthAnswer
{
    public static HealthCheckOptions Of(Func<HealthCheckRegistration, bool> checks) => new()
    {
        Predicate = checks,
        ResponseWriter = Write,
        ResultStatusCodes =
        {
            [HealthStatus.Healthy] = StatusCodes.Status200OK,
            [HealthStatus.Degraded] = StatusCodes.Status200OK,
            [HealthStatus.Unhealthy] = StatusCodes.Status503ServiceUnavailable,
        },
    };

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Answer(
            report.Status.ToString(),
            report.TotalDuration.TotalMilliseconds,
            [.. report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => Check(entry.Key, entry.Value))]),
        JsonSerializerOptions.Web,
        context.RequestAborted);

    private static CheckAnswer Check(string name, HealthReportEntry entry) => new(
        name,
        entry.Status.ToString(),
        entry.Duration.TotalMilliseconds,
        entry.Exception is { } exception ? exception.GetType().Name : entry.Description);

    private sealed record Answer(string State, double Milliseconds, IReadOnlyList<CheckAnswer> Checks);

    private sealed record CheckAnswer(string Name, string State, double Milliseconds, string? Description);
}
