using Microsoft.Extensions.Hosting;

namespace SocialPolicy.ServiceDefaults.Memory;

/// <summary>
/// Gives the memory of past work back to the machine once the work has ended. The collector runs when a program allocates: one that
/// has read a plan and then waits for the next keeps the garbage of the first for hours.
/// </summary>
public sealed class IdleHeap(ManagedHeap heap) : BackgroundService
{
    /// <summary>How often the heap is looked at; a period without work is idleness.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    /// <summary>Bytes allocated in one period that are no work yet: polls, probes and the export of telemetry take less.</summary>
    public const long Quiet = 2 << 20;

    /// <summary>Bytes allocated since the last collection that are worth another: it stops the program for some ten milliseconds.</summary>
    public const long Worthwhile = 16 << 20;

    private long _before;
    private long _collected;

    /// <summary>Looks at one period: collects when nothing was done in it and enough was done before it.</summary>
    public void Look()
    {
        var now = heap.Allocated;
        if (now - _before < Quiet && now - _collected >= Worthwhile)
        {
            heap.GiveBack();
            _collected = now;
        }
        _before = now;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Look();
    }
}
