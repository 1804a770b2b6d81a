using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialPolicy.ServiceDefaults.Tls;

namespace SocialPolicy.ServiceDefaults.Endpoints;

internal static class ServiceEndpointsExtensions
{
    /// <summary>
    /// Two listeners, because a gRPC port without TLS cannot agree on a protocol and a probe speaks HTTP/1.1. Without the variables
    /// Kestrel's own configuration stands (tests, <c>ASPNETCORE_URLS</c>).
    /// </summary>
    public static void AddServiceEndpoints(this IHostApplicationBuilder builder, HttpProtocols protocols)
    {
        var address = Address(builder.Configuration["LISTEN_ADDRESS"]);
        var http = Port(builder.Configuration, "HTTP_PORT");
        var health = Port(builder.Configuration, "HEALTH_PORT");
        var tls = builder.AddTls();
        if (!tls.IsOn && !IPAddress.IsLoopback(address))
            throw new InvalidOperationException($"LISTEN_ADDRESS {address} is reached from other machines, which takes TLS: set Tls__Certificate and Tls__Key.");

        builder.Services.AddSingleton<IStartupFilter>(new OutermostMiddleware(healthHasItsOwnPort: health is not null));
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            ConnectionLimits.Set(kestrel.Limits);
            if (http is { } httpPort)
                kestrel.Listen(address, httpPort, listen => ForCalls(listen, protocols, tls));
            if (health is { } healthPort)
                kestrel.Listen(address, healthPort, listen => ForHealth(listen, IPAddress.IsLoopback(address) ? null : tls));
        });
    }

    private static void ForCalls(ListenOptions listen, HttpProtocols protocols, TlsOptions tls)
    {
        listen.Protocols = protocols;
        if (tls.IsOn)
            listen.UseTls(tls);
        if (protocols is HttpProtocols.Http2)
            listen.Guard();
    }

    // A probe on the same machine is spared certificates.
    private static void ForHealth(ListenOptions listen, TlsOptions? tls)
    {
        listen.Protocols = HttpProtocols.Http1;
        if (tls is not null)
            listen.UseTls(tls);
        listen.Use(next => connection =>
        {
            connection.Features.Set(HealthPort.Feature);
            return next(connection);
        });
    }

    private static int? Port(IConfiguration configuration, string variable)
    {
        var value = configuration[variable];
        if (string.IsNullOrEmpty(value))
            return null;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : throw new InvalidOperationException($"{variable} is not a port: {value}");
    }

    private static IPAddress Address(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return IPAddress.Loopback;
        return IPAddress.TryParse(value, out var address)
            ? address
            : throw new InvalidOperationException($"LISTEN_ADDRESS is not an IP address: {value}");
    }
}
