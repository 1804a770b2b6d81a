using Microsoft.Extensions.Diagnostics.HealthChecks;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>A service that cannot tell callers apart cannot serve them. Keys once fetched stay good when the issuer is away.</summary>
internal sealed class IssuerKeysCheck(IssuerKeys keys) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await keys.Get(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (RuleBroken broken)
        {
            return HealthCheckResult.Unhealthy(broken.Message);
        }
    }
}
