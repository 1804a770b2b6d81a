using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SocialPolicy.TokenService.Officers.Visits;

/// <summary>The visits that are under way, each under a number that its page shows again once. In memory: after a restart the officer begins anew.</summary>
internal sealed class OpenVisits(TimeProvider clock)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, Visit> open = new(StringComparer.Ordinal);

    /// <summary>Keeps it for its next page.</summary>
    public string Keep(Visit visit)
    {
        if (open.Count >= Most)
            DropEnded();
        var number = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        open[number] = visit;
        return number;
    }

    /// <summary>The visit of that number, which is good no more; null when there is none.</summary>
    public Visit? Take(string number, Errand errand) =>
        open.TryRemove(number, out var visit) && visit.Errand == errand && visit.Ends > clock.GetUtcNow() ? visit : null;

    private void DropEnded()
    {
        var now = clock.GetUtcNow();
        foreach (var (number, _) in open.Where(entry => entry.Value.Ends <= now))
            open.TryRemove(number, out _);
        while (open.Count >= Most)
            open.TryRemove(open.MinBy(entry => entry.Value.Ends).Key, out _);
    }
}
