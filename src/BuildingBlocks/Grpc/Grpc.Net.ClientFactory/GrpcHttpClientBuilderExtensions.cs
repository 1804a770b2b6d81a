using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.ClientFactory;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds to a registered client.</summary>
public static class GrpcHttpClientBuilderExtensions
{
    /// <summary>Changes the options of the channel.</summary>
    public static IHttpClientBuilder ConfigureChannel(
        this IHttpClientBuilder builder, Action<GrpcChannelOptions> configureChannel) =>
        builder.ConfigureChannel((_, options) => configureChannel(options));

    /// <summary>Changes the options of the channel with the help of other services.</summary>
    public static IHttpClientBuilder ConfigureChannel(
        this IHttpClientBuilder builder, Action<IServiceProvider, GrpcChannelOptions> configureChannel) =>
        builder.ConfigureClient((services, options) =>
            options.ChannelOptionsActions.Add(channel => configureChannel(services, channel)));

    /// <summary>Adds an interceptor that all clients of the name share.</summary>
    public static IHttpClientBuilder AddInterceptor(
        this IHttpClientBuilder builder, Func<IServiceProvider, Interceptor> configureInvoker) =>
        builder.AddInterceptor(InterceptorScope.Channel, configureInvoker);

    /// <summary>Adds an interceptor that all clients of the name share.</summary>
    public static IHttpClientBuilder AddInterceptor(this IHttpClientBuilder builder, Func<Interceptor> configureInvoker) =>
        builder.AddInterceptor(_ => configureInvoker());

    /// <summary>Adds an interceptor taken from the services; all clients of the name share it.</summary>
    public static IHttpClientBuilder AddInterceptor<TInterceptor>(this IHttpClientBuilder builder)
        where TInterceptor : Interceptor =>
        builder.AddInterceptor<TInterceptor>(InterceptorScope.Channel);

    /// <summary>Adds an interceptor taken from the services.</summary>
    public static IHttpClientBuilder AddInterceptor<TInterceptor>(this IHttpClientBuilder builder, InterceptorScope scope)
        where TInterceptor : Interceptor =>
        builder.AddInterceptor(scope, services => services.GetRequiredService<TInterceptor>());

    /// <summary>Adds an interceptor that lives as long as its scope.</summary>
    public static IHttpClientBuilder AddInterceptor(
        this IHttpClientBuilder builder, InterceptorScope scope, Func<IServiceProvider, Interceptor> configureInvoker) =>
        builder.ConfigureClient((_, options) =>
            options.InterceptorRegistrations.Add(new InterceptorRegistration(scope, configureInvoker)));

    /// <summary>Adds headers with credentials to every call. Without TLS, the channel's UnsafeUseInsecureChannelCallCredentials allows it.</summary>
    public static IHttpClientBuilder AddCallCredentials(
        this IHttpClientBuilder builder, Func<AuthInterceptorContext, Metadata, Task> authInterceptor) =>
        builder.AddCallCredentials((call, headers, _) => authInterceptor(call, headers));

    /// <summary>The same with the services that the client was taken from.</summary>
    public static IHttpClientBuilder AddCallCredentials(
        this IHttpClientBuilder builder, Func<AuthInterceptorContext, Metadata, IServiceProvider, Task> authInterceptor) =>
        builder.ConfigureClient((_, options) => options.CallOptionsActions.Add(context =>
            context.AddCredentials((call, headers) => authInterceptor(call, headers, context.ServiceProvider))));

    private static void AddCredentials(this CallOptionsContext context, AsyncAuthInterceptor interceptor)
    {
        var added = CallCredentials.FromInterceptor(interceptor);
        var all = context.CallOptions.Credentials is { } given ? CallCredentials.Compose(given, added) : added;
        context.CallOptions = context.CallOptions.WithCredentials(all);
    }

    private static IHttpClientBuilder ConfigureClient(
        this IHttpClientBuilder builder, Action<IServiceProvider, GrpcClientFactoryOptions> configure)
    {
        builder.Services.AddOptions<GrpcClientFactoryOptions>(builder.Name)
            .Configure<IServiceProvider>((options, services) => configure(services, options));
        return builder;
    }
}
