using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Data;

namespace Aspire.Hosting.Running;

/// <summary>Runs a resource that is made of processes, and obeys start, stop and restart.</summary>
internal sealed class ProcessRunner : IRunner
{
    private readonly StateBoard board;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly ProcessPlan plan;
    private readonly Replica[] replicas;
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
        try
        {
            await Waits.All(plan.Resource, board, either.Token);
            foreach (var replica in replicas)
                replica.Begin();
        }
        catch (OperationCanceledException)
        {
            board.Change(plan.Resource.Name, resource => resource with { State = States.NotStarted, WaitingFor = [], Error = null });
        }
    }

    public async Task Stop(bool force)
    {
        await waiting.CancelAsync();
        await Task.WhenAll(replicas.Select(replica => replica.End(force)));
    }

    /// <summary>Stops it if it runs, and starts it if asked; commands do not overtake each other.</summary>
    public async Task Obey(bool stop, bool start, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (stop)
                await Stop(force: false);
            if (!start || replicas.Any(replica => replica.Snapshot.State is States.Running or States.Starting))
                return;
            await Stop(force: false);
            waiting = new CancellationTokenSource();
            await Start(ct);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private void Report() => board.Change(plan.Resource.Name, resource => Summary.Of(resource, [.. replicas.Select(replica => replica.Snapshot)]));
}
