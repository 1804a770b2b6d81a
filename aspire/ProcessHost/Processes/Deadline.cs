using System.Diagnostics;

namespace Aspire.Hosting.Processes;

internal static class Deadline
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks again and again until the condition holds.</summary>
    /// <param name="within">How long to go on asking.</param>
    /// <param name="problem">Null when the condition holds, else what is in its way.</param>
    /// <param name="ct">Gives up at once.</param>
    /// <exception cref="TimeoutException">It did not come to hold; the message is the last problem.</exception>
    public static async Task Until(TimeSpan within, Func<CancellationToken, Task<string?>> problem, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        while (await problem(ct) is { } reason)
        {
            if (watch.Elapsed > within)
                throw new TimeoutException(reason);
            await Task.Delay(Pause, ct);
        }
    }
}
