using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Data;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Running;

/// <summary>Keeps one process of a resource alive: starts it, watches its health, starts it again when it crashed.</summary>
internal sealed class Replica(ProcessPlan plan, int index, ProcessRecords records, TimeProvider time, Action<ReplicaSnapshot> report)
{
    private static readonly TimeSpan UntilHealthy = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WhileHealthy = TimeSpan.FromSeconds(3);

    private ReplicaSnapshot snapshot = new(index, [.. plan.Resource.Annotations.OfType<EndpointAnnotation>()
        .Where(endpoint => endpoint.Allocated.Count > index)
        .Select(endpoint => new EndpointSnapshot(endpoint.Name, endpoint.Url(index)))]);

    private CancellationTokenSource life = new();
    private Task loop = Task.CompletedTask;
    private volatile IRunning? running;

    public ReplicaSnapshot Snapshot => snapshot;

    /// <summary>Starts it, unless it lives already, and keeps it alive until <see cref="End"/>.</summary>
    public void Begin()
    {
        if (!loop.IsCompleted)
            return;
        life = new CancellationTokenSource();
        loop = Task.Run(() => Live(life.Token));
    }

    /// <summary>Ends it: asks and waits for its grace, or with <paramref name="force"/> kills it.</summary>
    public async Task End(bool force)
    {
        await life.CancelAsync();
        if (running is { Exited.IsCompleted: false } process)
        {
            if (!force)
                Report(snapshot with { State = States.Stopping });
            await (force ? process.Kill() : process.Stop());
        }

        await loop;
    }

    private async Task Live(CancellationToken ct)
    {
        var backOff = new BackOff(time);
        for (var isFirst = true; ; isFirst = false)
        {
            var (process, problem) = await Start(ct);
            var outcome = process is null ? new Outcome(null, problem) : new Outcome(await RunToTheEnd(process, backOff, ct), null);
            if (ct.IsCancellationRequested || plan.RunsOnce || (isFirst && process is null))
            {
                ReportEnd(outcome, asked: ct.IsCancellationRequested);
                return;
            }

            if (!await Pause(outcome, backOff, ct))
                return;
        }
    }

    private async Task<(IRunning? Process, string? Problem)> Start(CancellationToken ct)
    {
        Report(snapshot with { State = States.Starting, Health = null, ExitCode = null, Pid = null });
        try
        {
            var process = await plan.Start(index, ct);
            running = process;
            await Record(process);
            if (ct.IsCancellationRequested)
                await process.Stop();
            return (process, null);
        }
        catch (Exception e)
        {
            if (!ct.IsCancellationRequested)
                plan.Log.Add(e.Message);
            return (null, e.Message);
        }
    }

    // What is not on record could outlive us unnoticed: then it must not run.
    private async Task Record(IRunning process)
    {
        try
        {
            records.Add(plan.Resource.Name, process.Processes);
        }
        catch
        {
            await process.Kill();
            throw;
        }
    }

    private async Task<int> RunToTheEnd(IRunning process, BackOff backOff, CancellationToken ct)
    {
        Report(snapshot with
        {
            State = States.Running,
            Health = plan.Checks.Count == 0 ? Health.Healthy : Health.Unhealthy,
            Pid = process.Pid,
            StartedAt = time.GetUtcNow(),
            Error = null,
        });
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watch = plan.RunsOnce ? Task.CompletedTask : Watch(backOff, watching.Token);
        var code = await process.Exited;
        await watching.CancelAsync();
        await watch;
        return code;
    }

    private async Task Watch(BackOff backOff, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                var problem = await Problem(ct);
                (problem is null ? (Action)backOff.Healthy : backOff.Unhealthy)();
                var health = problem is null ? Health.Healthy : Health.Unhealthy;
                if (health != snapshot.Health || problem != snapshot.Error)
                    Report(snapshot with { Health = health, Error = problem });
                await Task.Delay(problem is null ? WhileHealthy : UntilHealthy, time, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // It has ended, or is about to.
        }
    }

    private async Task<string?> Problem(CancellationToken ct)
    {
        foreach (var check in plan.Checks)
            if (await check(index, ct) is { } problem)
                return problem;
        return null;
    }

    private async Task<bool> Pause(Outcome outcome, BackOff backOff, CancellationToken ct)
    {
        var pause = backOff.AfterCrash();
        Report(snapshot with
        {
            State = backOff.IsLoop ? States.CrashLoop : States.Exited,
            Health = null,
            Pid = null,
            ExitCode = outcome.Code,
            Restarts = snapshot.Restarts + 1,
            Error = $"{outcome}, {backOff.Crashes} times in a row, next start in {pause.TotalSeconds:0.##} s; last lines: {plan.Log.LastWords()}",
        });
        try
        {
            await Task.Delay(pause, time, ct);
            return true;
        }
        catch (OperationCanceledException)
        {
            ReportEnd(outcome, asked: true);
            return false;
        }
    }

    private void ReportEnd(Outcome outcome, bool asked) => Report(snapshot with
    {
        State = asked ? States.Exited : outcome.Code switch { null => States.FailedToStart, 0 => States.Finished, _ => States.Exited },
        Health = null,
        Pid = null,
        ExitCode = outcome.Code,
        Error = asked || outcome.Code is 0 ? null : outcome.Problem ?? $"{outcome}; last lines: {plan.Log.LastWords()}",
    });

    private void Report(ReplicaSnapshot next) => report(snapshot = next);

    /// <summary>How one start went: the exit code of the process, or why there was none.</summary>
    private sealed record Outcome(int? Code, string? Problem)
    {
        public override string ToString() => Code is { } code ? $"ended with exit code {code}" : "could not be started";
    }
}
