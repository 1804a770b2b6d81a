using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Errors;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>Lets a service call others in its own name.</summary>
public static class ServiceIdentityExtensions
{
    /// <summary>
    /// Every call of this client carries the service's own token, of the role <see cref="Role.Service"/>:
    /// <c>builder.AddServiceClient&lt;X&gt;("reporting").WithServiceIdentity()</c>. Needs AddApi, and <c>Identity:ClientId</c> and
    /// <c>Identity:ClientSecret</c>; without a token the call fails with ISSUER_UNAVAILABLE.
    /// </summary>
    public static IHttpClientBuilder WithServiceIdentity(this IHttpClientBuilder client)
    {
        client.Services.TryAddSingleton<TokenRequests>();
        client.Services.TryAddSingleton<ServiceTokens>();
        return client.AddCallCredentials(Sign);
    }

    private static async Task Sign(AuthInterceptorContext call, Metadata headers, IServiceProvider services)
    {
        try
        {
            var token = await services.GetRequiredService<ServiceTokens>().Get(call.CancellationToken);
            headers.Add("authorization", $"Bearer {token}");
        }
        catch (RuleBroken broken)
        {
            throw Refusal.Of(broken, services.GetRequiredService<IOptions<ApiOptions>>().Value.Domain);
        }
    }
}
