using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Data;

namespace Aspire.Hosting.Running;

/// <summary>Runs a resource that is made of processes, and obeys start, stop and restart.</summary>
internal sealed class ProcessRunner : IRunner
{
    private readonly StateBoard board;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly ProcessPlan plan;
    private readonly Replica[] replicas;
    private bool stopped;
    private CancellationTokenSource waiting = new();

    public ProcessRunner(ProcessPlan plan, StateBoard board, ProcessRecords records, TimeProvider time)
    {
        this.plan = plan;
        this.board = board;
        replicas = [.. Enumerable.Range(0, plan.Replicas).Select(index => new Replica(plan, index, records, time, _ => Report()))];
        var name = plan.Resource.Name;
        var parent = plan.Resource.Annotations.OfType<ParentAnnotation>().FirstOrDefault()?.Parent.Name;
        board.Add(new ResourceSnapshot(name, plan.Type, parent) { RunsOnce = plan.RunsOnce });
        Report();
    }

    public IResource Resource => plan.Resource;

    public async Task Start(CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, waiting.Token);
        await Begin(replicas, either.Token);
    }

    /// <summary>Ends it for good: no command starts it again.</summary>
    public async Task Stop(bool force)
    {
        Task givenUp;
        lock (gate)
        {
            stopped = true;
            givenUp = waiting.CancelAsync();
        }

        await givenUp;
        await End(replicas, force);
    }

    /// <summary>
    /// Stops it if it runs, and starts what does not run if asked. Commands do not overtake each other, but a stop
    /// gives up the start before it that still waits.
    /// </summary>
    public async Task Obey(bool stop, bool start, CancellationToken ct)
    {
        var mine = stop ? Supersede() : waiting.Token;
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (stop)
                await End(replicas, force: false);
            var idle = replicas.Where(replica => replica.Snapshot.State is not (States.Running or States.Starting)).ToList();
            if (!start || mine.IsCancellationRequested || idle.Count == 0)
                return;
            await End(idle, force: false);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, mine);
            await Begin(idle, either.Token);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private CancellationToken Supersede()
    {
        lock (gate)
        {
            if (!stopped)
            {
                _ = waiting.CancelAsync();
                waiting = new CancellationTokenSource();
            }

            return waiting.Token;
        }
    }

    private async Task Begin(IReadOnlyList<Replica> some, CancellationToken ct)
    {
        try
        {
            await Waits.All(plan.Resource, board, ct);
            lock (gate)
            {
                ct.ThrowIfCancellationRequested();
                foreach (var replica in some)
                    replica.Begin();
            }
        }
        catch (OperationCanceledException)
        {
            Report();
        }
    }

    private static Task End(IEnumerable<Replica> some, bool force) => Task.WhenAll(some.Select(replica => replica.End(force)));

    private void Report() => board.Change(plan.Resource.Name, resource => Summary.Of(resource, [.. replicas.Select(replica => replica.Snapshot)]));
}
