using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Data;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Running;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

/// <summary>One resource of real processes, alone on a board, whose starts a test may watch and let fail.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ResourceLog log;

    /// <param name="folder">Where its records and its log are.</param>
    /// <param name="replicas">How many processes it has.</param>
    /// <param name="deaf">They do not hear SIGTERM; they are killed after half a second.</param>
    /// <param name="waitsFor">A resource that is never healthy.</param>
    public Bench(TemporaryFolder folder, int replicas = 1, bool deaf = false, string? waitsFor = null)
    {
        var resource = new ProjectResource("sleeper");
        if (waitsFor is not null)
        {
            var other = new ProjectResource(waitsFor);
            resource.Annotations.Add(new WaitAnnotation(other, WaitType.UntilHealthy));
            Board.Add(new ResourceSnapshot(waitsFor, "Project", Parent: null) { State = States.Running, Health = Health.Healthy });
        }

        var data = new DataFolder(folder["data"]);
        Directory.CreateDirectory(data.Run);
        log = new ResourceLog(folder["data/sleeper.log"], TimeProvider.System);
        Runner = new ProcessRunner(new ProcessPlan(resource, "Project", Start, []) { Replicas = replicas, Log = log }, Board, new ProcessRecords(data), TimeProvider.System);

        async Task<IRunning> Start(int replica, CancellationToken ct)
        {
            if (Refusal(replica) is { } refusal)
                throw new IOException(refusal);
            var process = await ChildProcess.Start(new Launch("bash", ["-c", deaf ? "trap '' TERM; while :; do sleep 1; done" : "exec sleep 600"])
            {
                Grace = TimeSpan.FromSeconds(0.5),
            });
            Started.Enqueue(process);
            return process;
        }
    }

    public StateBoard Board { get; } = new();

    public ProcessRunner Runner { get; }

    /// <summary>Why a replica cannot be started now; null lets it start.</summary>
    public Func<int, string?> Refusal { get; set; } = _ => null;

    public ConcurrentQueue<ChildProcess> Started { get; } = [];

    public IEnumerable<ChildProcess> Alive => Started.Where(process => ProcessTable.IsAlive(process.Identity));

    public async Task<ResourceSnapshot> Until(Func<ResourceSnapshot, bool> condition)
    {
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await Board.Until("sleeper", condition, deadline.Token);
            return Board["sleeper"];
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"It did not come to be so: {Board["sleeper"]}", e);
        }
    }

    public Task<ResourceSnapshot> Running() => Until(resource => resource.State == States.Running);

    public async ValueTask DisposeAsync()
    {
        await Runner.Stop(force: true);
        await Task.WhenAll(Started.Select(process => process.Kill()));
        log.Dispose();
    }
}
