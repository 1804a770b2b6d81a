namespace Aspire.Hosting.Processes;

/// <summary>Something that was started: one process, or a server made of several.</summary>
internal interface IRunning
{
    /// <summary>The process that matters: the one whose end is the end of all.</summary>
    int Pid { get; }

    /// <summary>What was started, for the record of what runs.</summary>
    IEnumerable<ProcessIdentity> Processes { get; }

    /// <summary>Completes with the exit code (128 + signal when killed by one).</summary>
    Task<int> Exited { get; }

    /// <summary>Asks it to end, waits for its grace, then kills it with everything below it.</summary>
    Task Stop();

    /// <summary>Kills it with everything below it, without asking.</summary>
    Task Kill();
}

/// <summary>What to start and how to end it.</summary>
internal sealed record Launch(string Command, IReadOnlyList<string> Arguments)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string? WorkingDirectory { get; init; }

    /// <summary>The user to become; null stays ourselves.</summary>
    public UserAccount? User { get; init; }

    public int StopSignal { get; init; } = Native.SigTerm;

    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Receives each line of standard output and standard error.</summary>
    public Action<string>? Output { get; init; }
}
