using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace SocialPolicy.Dashboard.Live;

/// <summary><c>GET /changes</c>: Server-Sent Events named <c>resources</c> or <c>telemetry</c>; a page then fetches itself anew.</summary>
internal static class ChangesEndpoint
{
    /// <summary>However fast things change, a page is asked to look at most this often.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(700);

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void MapChanges(this WebApplication app) =>
        app.MapGet("/changes", (Changes changes, IHostApplicationLifetime lifetime, CancellationToken gone) =>
            TypedResults.ServerSentEvents(Watch(changes, lifetime.ApplicationStopping, gone)));

    private static async IAsyncEnumerable<SseItem<string>> Watch(
        Changes changes, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        var seen = changes.Current;
        yield return new SseItem<string>("", "hello");

        while (!end.IsCancellationRequested)
        {
            var next = changes.Next;
            var now = changes.Current;
            if (now.Resources != seen.Resources)
                yield return new SseItem<string>("", "resources");
            if (now.Telemetry != seen.Telemetry)
                yield return new SseItem<string>("", "telemetry");

            if (now == seen && !await Happens(next, Heartbeat, end.Token))
                yield return new SseItem<string>("", "heartbeat");
            else if (now != seen)
                await Happens(Task.Delay(Pace, end.Token), Heartbeat, end.Token);
            seen = now;
        }
    }

    private static async Task<bool> Happens(Task what, TimeSpan within, CancellationToken end)
    {
        await what.WaitAsync(within, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return what.IsCompletedSuccessfully;
    }
}
