using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>
/// Unhealthy until the queues stand for the first time: until then facts would pass this service by. Degraded while the
/// broker is away later: commands go on, announcements wait in the outbox, facts in the queues.
/// </summary>
internal sealed class MessagingHealth(IBusControl bus) : IHealthCheck
{
    private volatile bool stoodOnce;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = bus.CheckHealth();
        if (health.Status is BusHealthStatus.Healthy)
        {
            stoodOnce = true;
            return Task.FromResult(HealthCheckResult.Healthy());
        }

        return Task.FromResult(stoodOnce
            ? HealthCheckResult.Degraded("The broker is away; announcements wait in the outbox.", health.Exception)
            : HealthCheckResult.Unhealthy("The queues do not stand yet.", health.Exception));
    }
}
