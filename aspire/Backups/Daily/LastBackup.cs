using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialPolicy.Backups.Daily;

/// <summary>
/// How the last backups went. One failure is degraded: the server may have been starting again. The second in a row is unhealthy, until
/// one succeeds.
/// </summary>
internal sealed class LastBackup : IHealthCheck
{
    private readonly Lock gate = new();
    private string? failure;

    /// <summary>How many failed since one succeeded.</summary>
    public int Failures { get; private set; }

    public void Succeeded() => Note(null);

    public void Failed(string reason) => Note(reason);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return Task.FromResult(Failures switch
            {
                0 => HealthCheckResult.Healthy(),
                1 => HealthCheckResult.Degraded($"The last backup failed and is tried again in a moment: {failure}"),
                _ => HealthCheckResult.Unhealthy($"The last {Failures} backups failed: {failure}"),
            });
        }
    }

    private void Note(string? reason)
    {
        lock (gate)
        {
            failure = reason;
            Failures = reason is null ? 0 : Failures + 1;
        }
    }
}
