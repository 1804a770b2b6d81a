using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>
/// Unhealthy until it has reached its queues for the first time: until then nobody knows whether it ever will. Degraded while
/// the broker is away later: commands go on, announcements wait in the outbox, facts in the queues.
/// </summary>
internal sealed class MessagingHealth(IBusControl bus) : IHealthCheck
{
    private volatile bool stoodOnce;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    public HealthCheckResult Check()
    {
        var health = bus.CheckHealth();
        if (health.Status is BusHealthStatus.Healthy)
        {
            stoodOnce = true;
            return HealthCheckResult.Healthy();
        }

        return stoodOnce
            ? HealthCheckResult.Degraded("The broker is away; announcements wait in the outbox.", health.Exception)
            : HealthCheckResult.Unhealthy("The queues were not reached yet.", health.Exception);
    }
}
