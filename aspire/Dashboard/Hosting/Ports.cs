using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SocialPolicy.Dashboard.Hosting;

/// <summary>Pages for people on one port, telemetry from processes on the other; neither answers for the other.</summary>
internal static class Ports
{
    // Every route answers on every port: what a request may reach is told by its path, for all else about it the sender chooses.
    private const string Telemetry = "/opentelemetry.proto.collector.";

    public static void ListenOn(this WebApplicationBuilder builder, DashboardSettings settings) =>
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, settings.Port, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, settings.OtlpPort, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.Use(next => connection =>
                {
                    connection.Features.Set(OtlpPort.Feature);
                    return next(connection);
                });
            });
        });

    public static void KeepPortsApart(this WebApplication app) => app.Use((context, next) =>
    {
        var isForTelemetry = context.Request.Path.Value?.StartsWith(Telemetry, StringComparison.Ordinal) is true;
        if (isForTelemetry == context.IsTelemetry())
            return next(context);

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    /// <summary>True on the port of telemetry, which has a key of its own.</summary>
    public static bool IsTelemetry(this HttpContext context) => context.Features.Get<OtlpPort>() is not null;

    private sealed class OtlpPort
    {
        public static readonly OtlpPort Feature = new();
    }
}
