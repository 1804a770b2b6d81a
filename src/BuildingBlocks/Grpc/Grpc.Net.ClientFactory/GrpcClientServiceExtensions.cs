using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers generated clients: each instance is light, the channel below is one per name.</summary>
public static class GrpcClientServiceExtensions
{
    /// <summary>Registers a client whose address is configured elsewhere, as the options of its name.</summary>
    public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services)
        where TClient : class => services.AddGrpcClient<TClient>(_ => { });

    /// <summary>Registers a client under the name of its type.</summary>
    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class => services.AddGrpcClient<TClient>(typeof(TClient).Name, configureClient);

    /// <summary>The same, where the options depend on other services.</summary>
    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient)
        where TClient : class => services.AddGrpcClient<TClient>(typeof(TClient).Name, configureClient);

    /// <summary>Registers a client under a name of its own, for the <see cref="GrpcClientFactory"/>.</summary>
    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, string name, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class => services.AddGrpcClient<TClient>(name, (_, options) => configureClient(options));

    /// <summary>The same, where the options depend on other services. Throws InvalidOperationException when another type has the name.</summary>
    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, string name, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configureClient);

        services.Reserve(name, typeof(TClient));
        services.TryAddSingleton<ChannelPool>();
        services.TryAddTransient<GrpcClientFactory, PooledClientFactory>();
        services.TryAddTransient(provider => provider.GetRequiredService<GrpcClientFactory>().CreateClient<TClient>(name));
        services.AddOptions<GrpcClientFactoryOptions>(name)
            .Configure<IServiceProvider>((options, provider) => configureClient(provider, options));

        return services.AddHttpClient(name)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(LongLivedConnections);
    }

    /// <summary>Calls have deadlines, connections have pings and an age: a moved service is found within five minutes.</summary>
    private static SocketsHttpHandler LongLivedConnections() => new()
    {
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
    };

    private static void Reserve(this IServiceCollection services, string name, Type client)
    {
        var taken = services.Select(service => service.ServiceType == typeof(ReservedName) ? service.ImplementationInstance : null)
            .OfType<ReservedName>()
            .FirstOrDefault(reserved => string.Equals(reserved.Name, name, StringComparison.Ordinal));
        if (taken is null)
            services.AddSingleton(new ReservedName(name, client));
        else if (taken.Client != client)
            throw new InvalidOperationException($"The gRPC client name '{name}' belongs to {taken.Client}; give {client} another.");
    }

    private sealed record ReservedName(string Name, Type Client);
}
