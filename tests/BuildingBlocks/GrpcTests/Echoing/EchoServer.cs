using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SocialPolicy.GrpcTests.Echoing;

/// <summary>The echo service on a real Kestrel, at a port of its own on the loopback, with a channel to it.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly List<GrpcChannel> channels = [];

    private EchoServer(WebApplication app) => host = app;

    public Uri Address => new(host.Urls.Single());

    public static Task<EchoServer> Start(
        Func<string, ServerCallContext, Task<string>> answer, Action<GrpcServiceOptions>? configure = null) =>
        Start(new EchoService { Answer = answer }, configure);

    public static async Task<EchoServer> Start(
        EchoService? service = null, Action<GrpcServiceOptions>? configure = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, port: 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(configure ?? (_ => { }));
        builder.Services.AddSingleton(service ?? new EchoService());

        var app = builder.Build();
        app.MapGrpcService<EchoService>();
        map?.Invoke(app);
        await app.StartAsync();
        return new EchoServer(app);
    }

    public EchoClient Client(GrpcChannelOptions? options = null) => new(Channel(options));

    public GrpcChannel Channel(GrpcChannelOptions? options = null)
    {
        var channel = GrpcChannel.ForAddress(Address, options ?? new GrpcChannelOptions());
        channels.Add(channel);
        return channel;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in channels)
            channel.Dispose();
        await host.DisposeAsync();
    }
}
