namespace SocialPolicy.Dashboard.Live;

/// <summary>Wakes those who show something when it has changed; what it is now they ask of its owner.</summary>
internal sealed class Changes
{
    private TaskCompletionSource next = NewSource();
    private long resources;
    private long telemetry;

    /// <summary>How often each kind has changed.</summary>
    public Versions Current => new(Interlocked.Read(ref resources), Interlocked.Read(ref telemetry));

    /// <summary>Ends with the next change. To miss none, take it before looking at <see cref="Current"/>.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void OfResources() => Tell(ref resources);

    public void OfTelemetry() => Tell(ref telemetry);

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Tell(ref long version)
    {
        Interlocked.Increment(ref version);
        Interlocked.Exchange(ref next, NewSource()).TrySetResult();
    }
}

/// <summary>How often each kind has changed.</summary>
internal readonly record struct Versions(long Resources, long Telemetry);
