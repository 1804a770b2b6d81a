using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Running;

/// <summary>The health of a project: its HTTP checks, or without any, that each of its endpoints takes connections.</summary>
internal static class HealthChecks
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    public static IReadOnlyList<Func<int, CancellationToken, Task<string?>>> Of(IResource project)
    {
        var checks = project.Annotations.OfType<HttpHealthCheckAnnotation>().Select(check => OverHttp(project, check)).ToList();
        return checks.Count > 0 ? checks : [.. project.Annotations.OfType<EndpointAnnotation>().Select(OverTcp)];
    }

    private static Func<int, CancellationToken, Task<string?>> OverTcp(EndpointAnnotation endpoint) => async (replica, ct) =>
        await OpenPort.Problem(endpoint.Allocated[replica], ct) is { } reason ? $"{endpoint.Name}: {reason}" : null;

    private static Func<int, CancellationToken, Task<string?>> OverHttp(IResource project, HttpHealthCheckAnnotation check)
    {
        var endpoint = project.Annotations.OfType<EndpointAnnotation>().First(endpoint => check.EndpointName is null || endpoint.Name == check.EndpointName);
        return async (replica, ct) =>
        {
            try
            {
                using var answer = await Http.GetAsync(endpoint.Url(replica) + check.Path, HttpCompletionOption.ResponseHeadersRead, ct);
                return (int)answer.StatusCode == check.StatusCode ? null : $"{check.Path} answers {(int)answer.StatusCode}";
            }
            catch (HttpRequestException e)
            {
                return $"{check.Path}: {e.Message}";
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return $"{check.Path}: no answer within 5 s";
            }
        };
    }
}
