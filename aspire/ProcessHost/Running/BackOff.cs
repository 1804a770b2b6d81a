namespace Aspire.Hosting.Running;

/// <summary>How long to wait before a crashed process is started again: 250 ms, doubling to 30 s; a minute of health forgets.</summary>
internal sealed class BackOff(TimeProvider time)
{
    private const int LoopFrom = 3;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Forgiving = TimeSpan.FromSeconds(60);

    private long? healthySince;

    /// <summary>Crashes in a row.</summary>
    public int Crashes { get; private set; }

    /// <summary>It does not crash by chance: it will not run like this.</summary>
    public bool IsLoop => Crashes >= LoopFrom;

    public void Healthy() => healthySince ??= time.GetTimestamp();

    public void Unhealthy() => healthySince = null;

    public TimeSpan AfterCrash()
    {
        if (healthySince is { } since && time.GetElapsedTime(since) >= Forgiving)
            Crashes = 0;
        healthySince = null;
        var pause = First * Math.Pow(2, Math.Min(Crashes, 10));
        Crashes++;
        return pause < Longest ? pause : Longest;
    }
}
