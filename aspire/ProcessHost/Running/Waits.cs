using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Holds a resource back until everything it waits for is so. It goes on waiting for one that failed: that may be mended and started again.</summary>
internal static class Waits
{
    public static async Task All(IResource resource, StateBoard board, CancellationToken ct)
    {
        var waits = resource.Annotations.OfType<WaitAnnotation>().ToList();
        if (waits.Count == 0)
            return;
        await foreach (var now in board.Watch(ct))
        {
            var states = waits.ConvertAll(wait => (Wait: wait, On: now.Resources.First(other => other.Name == wait.Resource.Name)));
            var open = states.Where(state => !IsMet(state.Wait, state.On)).ToList();
            if (open.Count == 0)
                return;
            List<string> names = open.ConvertAll(state => state.On.Name);
            var error = open.Where(state => HasFailed(state.Wait, state.On)).Select(state => $"waits for '{state.On.Name}', which {Fate(state.On)}").FirstOrDefault();
            var mine = now.Resources.First(other => other.Name == resource.Name);
            if (mine.State != States.Waiting || mine.Error != error || !mine.WaitingFor.SequenceEqual(names, StringComparer.Ordinal))
                board.Change(resource.Name, old => old with { State = States.Waiting, WaitingFor = names, Error = error });
        }
    }

    private static bool IsMet(WaitAnnotation wait, ResourceSnapshot on) => wait.WaitType is WaitType.UntilHealthy
        ? on.IsHealthy
        : on.State is States.Finished or States.Exited && on.ExitCode == wait.ExitCode;

    private static bool HasFailed(WaitAnnotation wait, ResourceSnapshot on) =>
        on.HasFailed || (on.State is States.Finished && !IsMet(wait, on));

    private static string Fate(ResourceSnapshot on) => on.ExitCode is { } code ? $"ended with exit code {code}" : "could not start";
}
