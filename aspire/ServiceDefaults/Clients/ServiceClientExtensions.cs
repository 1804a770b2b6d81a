using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialPolicy.ServiceDefaults.Clients;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers clients of the platform's own services, all with the same manners.</summary>
public static class ServiceClientExtensions
{
    /// <summary>How long a call takes at most when its maker did not say.</summary>
    public static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Registers a generated gRPC client of the service with this resource name: found by discovery, with a deadline of
    /// <paramref name="deadline"/> (10 s) on every call that has none (<see cref="DateTime.MaxValue"/> is a deadline: never), and
    /// tried again on UNAVAILABLE. More is added on what it returns, such as <c>AddCallCredentials</c>.
    /// </summary>
    public static IHttpClientBuilder AddServiceClient<TClient>(
        this IHostApplicationBuilder builder, string service, TimeSpan? deadline = null)
        where TClient : class
    {
        if (builder.Services.Any(known => known.ServiceType == typeof(TClient)))
            throw new InvalidOperationException($"{typeof(TClient).Name} is the client of a service already; calls to '{service}' would go there.");
        var limit = new DeadlineInterceptor(deadline ?? DefaultDeadline);
        return builder.Services.AddGrpcClient<TClient>(client => client.Address = new Uri($"http://{service}"))
            .AddInterceptor(() => limit)
            .ConfigureChannel(channel =>
            {
                channel.ServiceConfig = TryAgainWhenUnavailable();

                // Services speak to each other without TLS inside an installation; tokens travel with the call all the same.
                channel.UnsafeUseInsecureChannelCallCredentials = true;
            });
    }

    /// <summary>
    /// Four attempts within about two seconds, fewer while most of them fail. Commands are repeated too: make one request id for each, which
    /// has one effect; a command without one may be done twice.
    /// </summary>
    private static ServiceConfig TryAgainWhenUnavailable() => new()
    {
        MethodConfigs =
        {
            new MethodConfig
            {
                Names = { MethodName.Default },
                RetryPolicy = new RetryPolicy
                {
                    MaxAttempts = 4,
                    InitialBackoff = TimeSpan.FromMilliseconds(200),
                    MaxBackoff = TimeSpan.FromSeconds(1),
                    BackoffMultiplier = 2,
                    RetryableStatusCodes = { StatusCode.Unavailable },
                },
            },
        },
        RetryThrottling = new RetryThrottlingPolicy { MaxTokens = 20, TokenRatio = 0.1 },
    };
}
