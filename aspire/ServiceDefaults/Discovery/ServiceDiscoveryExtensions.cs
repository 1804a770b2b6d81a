using Microsoft.Extensions.DependencyInjection;

namespace SocialPolicy.ServiceDefaults.Discovery;

internal static class ServiceDiscoveryExtensions
{
    /// <summary>Lets every client of the factory, of gRPC or plain HTTP, call <c>http://NAME</c>.</summary>
    public static void AddServiceDiscovery(this IServiceCollection services)
    {
        services.AddSingleton<ServiceDirectory>();
        services.AddTransient<ServiceDiscoveryHandler>();
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler<ServiceDiscoveryHandler>());
    }
}
