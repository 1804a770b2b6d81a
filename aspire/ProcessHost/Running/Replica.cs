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

    /// <summary>Starts it and keeps it alive until <see cref="End"/>.</summary>
    public void Begin()
    {
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
        for (var again = true; again;)
        {
            if (await Start(ct) is not { } process)
                return;
            var code = await RunToTheEnd(process, backOff, ct);
            if (ct.IsCancellationRequested || plan.RunsOnce)
                ReportEnd(code, asked: ct.IsCancellationRequested);
            again = !ct.IsCancellationRequested && !plan.RunsOnce && await Pause(code, backOff, ct);
        }
    }

    private async Task<IRunning?> Start(CancellationToken ct)
    {
        Report(snapshot with { State = States.Starting, Health = null, ExitCode = null, Pid = null });
        try
        {
            var process = await plan.Start(index, ct);
            records.Add(plan.Resource.Name, process.Processes);
            running = process;
            if (ct.IsCancellationRequested)
                await process.Stop();
            return process;
        }
        catch (OperationCanceledException)
        {
            Report(snapshot with { State = States.Exited });
        }
        catch (Exception e)
        {
            plan.Log.Add(e.Message);
            Report(snapshot with { State = States.FailedToStart, Error = e.Message });
        }

        return null;
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

    private async Task<bool> Pause(int code, BackOff backOff, CancellationToken ct)
    {
        var pause = backOff.AfterCrash();
        Report(snapshot with
        {
            State = backOff.IsLoop ? States.CrashLoop : States.Exited,
            Health = null,
            Pid = null,
            ExitCode = code,
            Restarts = snapshot.Restarts + 1,
            Error = $"ended with exit code {code}, {backOff.Crashes} times in a row, next start in {pause.TotalSeconds:0.##} s; last lines: {plan.Log.LastWords()}",
        });
        try
        {
            await Task.Delay(pause, time, ct);
            return true;
        }
        catch (OperationCanceledException)
        {
            ReportEnd(code, asked: true);
            return false;
        }
    }

    private void ReportEnd(int code, bool asked) => Report(snapshot with
    {
        State = code == 0 && !asked ? States.Finished : States.Exited,
        Health = null,
        Pid = null,
        ExitCode = code,
        Error = asked || code == 0 ? null : $"ended with exit code {code}; last lines: {plan.Log.LastWords()}",
    });

    private void Report(ReplicaSnapshot next) => report(snapshot = next);
}
