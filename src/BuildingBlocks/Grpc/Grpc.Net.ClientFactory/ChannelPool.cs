using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory;

/// <summary>One channel per client name, for the life of the process.</summary>
internal sealed class ChannelPool(IServiceProvider services) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Entry>> channels = new(StringComparer.Ordinal);

    public CallInvoker InvokerOf(string name) =>
        channels.GetOrAdd(name, key => new Lazy<Entry>(() => Open(key))).Value.Invoker;

    public void Dispose()
    {
        foreach (var entry in channels.Values.Where(entry => entry.IsValueCreated))
            entry.Value.Channel.Dispose();
    }

    private Entry Open(string name)
    {
        var options = services.GetRequiredService<IOptionsMonitor<GrpcClientFactoryOptions>>().Get(name);

        // An HttpClient, not a handler: with a handler the engine looks for sockets below it and resolves names by itself.
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
        var address = options.Address ?? http.BaseAddress
            ?? throw new InvalidOperationException($"The gRPC client '{name}' has no address.");

        var channelOptions = new GrpcChannelOptions
        {
            HttpClient = http,
            LoggerFactory = services.GetService<ILoggerFactory>(),
            ServiceProvider = services,
        };
        foreach (var configure in options.ChannelOptionsActions)
            configure(channelOptions);

        var channel = GrpcChannel.ForAddress(address, channelOptions);
        return new Entry(channel, channel.Intercept(options.InterceptorsOf(InterceptorScope.Channel, services)));
    }

    private sealed record Entry(GrpcChannel Channel, CallInvoker Invoker);
}
