using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory;

/// <summary>Makes a client for every request over the shared channel of its name.</summary>
internal sealed class PooledClientFactory(
    ChannelPool channels, IOptionsMonitor<GrpcClientFactoryOptions> clients, IServiceProvider services) : GrpcClientFactory
{
    public override TClient CreateClient<TClient>(string name)
    {
        var options = clients.Get(name);
        var invoker = channels.InvokerOf(name);
        if (options.CallOptionsActions.Count > 0)
            invoker = invoker.Intercept(new CallOptionsInterceptor(options.CallOptionsActions, services));
        invoker = invoker.Intercept(options.InterceptorsOf(InterceptorScope.Client, services));

        return options.Creator is { } create
            ? (TClient)create(invoker)
            : (TClient)Constructor<TClient>.Invoke(services, [invoker]);
    }

    private static class Constructor<TClient>
    {
        public static readonly ObjectFactory Invoke = ActivatorUtilities.CreateFactory(typeof(TClient), [typeof(CallInvoker)]);
    }
}

internal static class Interceptors
{
    public static Interceptor[] InterceptorsOf(
        this GrpcClientFactoryOptions options, InterceptorScope scope, IServiceProvider services) =>
        [.. options.InterceptorRegistrations.Where(one => one.Scope == scope).Select(one => one.Creator(services))];
}
