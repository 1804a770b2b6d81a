using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialPolicy.Backups.Daily;

/// <summary>How the last backup went; unhealthy from a failure to the next success.</summary>
internal sealed class LastBackup : IHealthCheck
{
    private volatile string? failure;

    /// <summary>Null when it did not fail.</summary>
    public string? Failure
    {
        get => failure;
        set => failure = value;
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Failure is { } reason ? HealthCheckResult.Unhealthy($"The last backup failed: {reason}") : HealthCheckResult.Healthy());
}
