using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using SocialPolicy.ServiceDefaults.Health;
using SocialPolicy.ServiceDefaults.Telemetry;

namespace SocialPolicy.ServiceDefaults.Endpoints;

/// <summary>Runs around everything a service does with a request: keeps the two ports apart and names the server span.</summary>
internal sealed class OutermostMiddleware(bool healthHasItsOwnPort) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (healthHasItsOwnPort)
            app.Use(KeepPortsApart);
        app.Use(NameTheSpan);
        next(app);
    };

    private static Task KeepPortsApart(HttpContext context, RequestDelegate next)
    {
        var byHealthPort = context.Features.Get<HealthPort>() is not null;
        if (byHealthPort == HealthPaths.Contain(context.Request.Path.Value))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static async Task NameTheSpan(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        finally
        {
            ServerSpan.Finish(context);
        }
    }
}
