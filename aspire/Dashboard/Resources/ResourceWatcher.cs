using System.Text.Json;
using SocialPolicy.Dashboard.Live;

namespace SocialPolicy.Dashboard.Resources;

/// <summary>Keeps the present state of the host's resources, through one connection whatever the number of pages.</summary>
internal sealed partial class ResourceWatcher(
    ResourceServiceClient host, Changes changes, TimeProvider time, ILogger<ResourceWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private volatile HostView view = new(HostSnapshot.Empty, IsAnswering: false);

    public HostView Current => view;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var snapshot in host.Watch(stoppingToken))
                {
                    Show(new HostView(snapshot, IsAnswering: true));
                    pause = FirstPause;
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException or JsonException)
            {
                HostLost(logger, lost.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            Show(view with { IsAnswering = false });
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 > LongestPause ? LongestPause : pause * 2;
        }
    }

    private void Show(HostView now)
    {
        var changed = now != view;
        view = now;
        if (changed)
            changes.OfResources();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The resource service does not answer: {Problem}")]
    private static partial void HostLost(ILogger logger, string problem);
}

/// <summary>The last state known, and whether the host still answers: if not, it may be out of date.</summary>
internal sealed record HostView(HostSnapshot Snapshot, bool IsAnswering)
{
    public IReadOnlyList<Resource> Resources => Snapshot.Resources ?? [];

    public Resource? Find(string name) => Resources.FirstOrDefault(resource => string.Equals(resource.Name, name, StringComparison.Ordinal));
}
