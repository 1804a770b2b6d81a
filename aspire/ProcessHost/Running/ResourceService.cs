using System.Net;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Running;

/// <summary>
/// What the dashboard reads and commands, over HTTP on loopback. The key comes in <c>x-api-key</c>.
/// </summary>
internal sealed class ResourceService : IAsyncDisposable
{
    private readonly WebApplication app;

    private ResourceService(WebApplication app, string url)
    {
        this.app = app;
        Url = url;
    }

    public string Url { get; }

    public static async Task<ResourceService> Start(Orchestrator host, int port, string key)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonFile.Options.PropertyNamingPolicy);
        var app = builder.Build();
        app.Use((context, next) => IsAllowed(context, key) ? next(context) : Refuse(context));
        app.UseRouting();
        Map(app, host);
        await app.StartAsync();
        return new ResourceService(app, $"http://127.0.0.1:{port}");
    }

    // A reader of a stream never ends by itself: it is not waited for.
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private static void Map(IEndpointRouteBuilder app, Orchestrator host)
    {
        app.MapGet("/resources", () => host.Board.Current);
        app.MapGet("/resources/watch", (CancellationToken ct) => TypedResults.ServerSentEvents(host.Board.Watch(ct)));
        app.MapGet("/resources/{name}/log", Results<NotFound, ServerSentEventsResult<string>> (string name, int? tail, int? follow, CancellationToken ct) =>
            host.FindLog(name) is { } log ? TypedResults.ServerSentEvents(log.Read(tail ?? 200, follow is 1, ct)) : TypedResults.NotFound());
        app.MapPost("/resources/{name}/commands/{command}", (string name, string command) => Command(host, name, command));
    }

    private static async Task<Results<NoContent, NotFound>> Command(Orchestrator host, string name, string command)
    {
        if (host.FindProcess(name) is not { } runner || command is not ("start" or "stop" or "restart"))
            return TypedResults.NotFound();
        // Waiting for dependencies may take long, or for ever: the answer says that the command was taken.
        var obeyed = runner.Obey(stop: command is "stop" or "restart", start: command is "start" or "restart", CancellationToken.None);
        await Task.WhenAny(obeyed, Task.Delay(TimeSpan.FromSeconds(15)));
        return TypedResults.NoContent();
    }

    private static bool IsAllowed(HttpContext context, string key) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Headers["x-api-key"].ToString())),
            SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
