using System.Collections.Concurrent;
using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialPolicy.Dashboard.FunctionalTests.Setting;

/// <summary>A resource service on a port of its own that speaks the host's contract and remembers what it was asked.</summary>
internal sealed class ResourceHost : IAsyncDisposable
{
    public const string Key = "key-of-the-host";

    private readonly ConcurrentDictionary<int, Channel<object>> watchers = new();
    private readonly ConcurrentDictionary<string, List<string>> consoles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, (string Name, Channel<string> Lines)> readers = new();
    private readonly WebApplication app;
    private object state = new { hostPid = 1, state = "Running", resources = Array.Empty<object>() };
    private int next;

    private ResourceHost(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Resource, string Command)> Commands { get; } = [];

    /// <summary>What the host answers to a command.</summary>
    public HttpStatusCode Answer { get; set; } = HttpStatusCode.Accepted;

    public Uri Address => new(app.Urls.First());

    public static async Task<ResourceHost> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var host = new ResourceHost(builder.Build());
        host.Map();
        await host.app.StartAsync();
        return host;
    }

    /// <summary>Tells all who watch of a new state.</summary>
    public void Show(params object[] resources)
    {
        state = new { hostPid = 1, state = "Running", error = (string?)null, dashboard = "http://localhost", resources };
        foreach (var watcher in watchers.Values)
            watcher.Writer.TryWrite(state);
    }

    public void Write(string resource, string line)
    {
        lock (consoles)
        {
            consoles.GetOrAdd(resource, _ => []).Add(line);
            foreach (var (name, lines) in readers.Values)
            {
                if (name == resource)
                    lines.Writer.TryWrite(line);
            }
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private void Map()
    {
        app.Use((context, rest) =>
        {
            if (context.Request.Headers["x-api-key"] == Key)
                return rest(context);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        var stopping = app.Lifetime.ApplicationStopping;
        app.MapGet("/resources", () => state);
        app.MapGet("/resources/watch", (CancellationToken gone) => TypedResults.ServerSentEvents(Watch(stopping, gone)));
        app.MapGet("/resources/{name}/log", (string name, int tail, int? follow, CancellationToken gone) =>
            TypedResults.ServerSentEvents(Log(name, tail, follow is 1, stopping, gone)));
        app.MapPost("/resources/{name}/commands/{command}", (string name, string command) =>
        {
            Commands.Enqueue((name, command));
            return Results.StatusCode((int)Answer);
        });
    }

    private async IAsyncEnumerable<object> Watch(CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        var id = Interlocked.Increment(ref next);
        var states = watchers[id] = Channel.CreateUnbounded<object>();
        yield return state;
        await foreach (var one in Until(states.Reader, end.Token))
            yield return one;
        watchers.TryRemove(id, out _);
    }

    private async IAsyncEnumerable<SseItem<string>> Log(
        string name, int tail, bool follow, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        var id = Interlocked.Increment(ref next);
        var lines = Channel.CreateUnbounded<string>();
        lock (consoles)
        {
            foreach (var line in consoles.GetOrAdd(name, _ => []).TakeLast(tail))
                lines.Writer.TryWrite(line);
            if (follow)
                readers[id] = (name, lines);
            else
                lines.Writer.Complete();
        }

        await foreach (var line in Until(lines.Reader, end.Token))
            yield return new SseItem<string>(line);
        readers.TryRemove(id, out _);
    }

    private static async IAsyncEnumerable<T> Until<T>(ChannelReader<T> reader, [EnumeratorCancellation] CancellationToken end)
    {
        while (true)
        {
            var waiting = reader.WaitToReadAsync(end).AsTask();
            await Task.WhenAny(waiting);
            if (!waiting.IsCompletedSuccessfully || !await waiting)
                yield break;
            while (reader.TryRead(out var item))
                yield return item;
        }
    }
}
