using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace SocialPolicy.BuildingBlocks.Service.Api.Health;

/// <summary>The state of the whole server, taken from its health checks at most once a second however many ask.</summary>
internal sealed class HealthReports(HealthCheckService checks, IHostApplicationLifetime lifetime) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim one = new(1);
    private long takenAt;
    private ServingStatus? last;

    /// <summary>SERVING, or NOT_SERVING when a check fails or the server is stopping.</summary>
    public async Task<ServingStatus> Now(CancellationToken cancellation)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return ServingStatus.NotServing;

        await one.WaitAsync(cancellation);
        try
        {
            if (last is { } fresh && TimeProvider.System.GetElapsedTime(takenAt) < Freshness)
                return fresh;

            var report = await checks.CheckHealthAsync(cancellation);
            takenAt = TimeProvider.System.GetTimestamp();
            last = report.Status is HealthStatus.Unhealthy ? ServingStatus.NotServing : ServingStatus.Serving;
            return last.Value;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
