using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace SocialPolicy.Dashboard.Resources;

/// <summary><c>GET /resources/{name}/log</c>: the console of a resource as Server-Sent Events, one line each, until the reader leaves.</summary>
internal static class ConsoleEndpoint
{
    private const int Tail = 1_000;

    public static void MapConsole(this WebApplication app) => app.MapGet(
        "/resources/{name}/log",
        IResult (string name, ResourceWatcher resources, ResourceServiceClient host, IHostApplicationLifetime lifetime, CancellationToken gone) =>
            resources.Current.Find(name) is null
                ? TypedResults.NotFound()
                : TypedResults.ServerSentEvents(Follow(name, host, lifetime.ApplicationStopping, gone)));

    private static async IAsyncEnumerable<SseItem<string>> Follow(
        string name, ResourceServiceClient host, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);

        // The reader begins anew with every connection, also with one that the browser made again by itself.
        yield return new SseItem<string>("", "begin");

        await using var lines = host.Log(name, Tail, follow: true, end.Token).GetAsyncEnumerator(end.Token);
        while (await Next(lines))
            yield return new SseItem<string>(lines.Current, "line");
    }

    private static async Task<bool> Next(IAsyncEnumerator<string> lines)
    {
        try
        {
            return await lines.MoveNextAsync();
        }
        catch (Exception ended) when (ended is HttpRequestException or IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
