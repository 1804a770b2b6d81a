using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

/// <summary>Runs the service's jobs when they are due, or now when an operator asks.</summary>
internal sealed partial class JobRunner(IEnumerable<IJob> jobs, JobLedger ledger, ILogger<JobRunner> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    public IReadOnlyList<IJob> Jobs { get; } = [.. jobs.OrderBy(job => job.Name, StringComparer.Ordinal)];

    /// <summary>Runs a job now and returns when it has ended.</summary>
    /// <exception cref="RuleBroken">JOB_NOT_FOUND, JOB_RUNNING.</exception>
    public async Task<IJob> RunNow(string name, CancellationToken ct)
    {
        var job = Jobs.FirstOrDefault(job => job.Name == name);
        Check.Rule(new JobsAreKnown(name, job is not null));
        await ledger.Register([name], ct);
        Check.Rule(new JobsRunOnceAtATime(name, await ledger.Claim(name, now: true, ct)));
        await RunClaimed(job!, ct);
        return job!;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Jobs.Select(job => Loop(job, stoppingToken)));

    private async Task Loop(IJob job, CancellationToken stopping)
    {
        await Task.Yield();
        var atStart = job.RunsAtStart;
        while (!stopping.IsCancellationRequested)
        {
            var pause = LongestPause;
            try
            {
                await ledger.Register([job.Name], stopping);
                if (await ledger.Claim(job.Name, now: atStart, stopping))
                {
                    atStart = false;
                    await RunClaimed(job, stopping);
                }

                pause = await ledger.DueIn(job.Name, stopping);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                LogLedgerUnreachable(logger, job.Name, failure.Message);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromTicks(Math.Clamp(pause.Ticks, ShortestPause.Ticks, LongestPause.Ticks)), stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunClaimed(IJob job, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        using var ended = new CancellationTokenSource();
        using var run = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = KeepLease(job.Name, run, ended.Token);
        var (outcome, failed) = await Outcome(job, run.Token);
        await ended.CancelAsync();
        await renewing;
        await ledger.End(job.Name, clock.Elapsed, outcome, failed, failed ? job.IntervalAfterFailure : job.Interval, CancellationToken.None);
    }

    private async Task<(string Outcome, bool Failed)> Outcome(IJob job, CancellationToken ct)
    {
        try
        {
            var outcome = await job.Run(ct);
            LogRan(logger, job.Name, outcome);
            return (outcome, false);
        }
        catch (Exception failure)
        {
            LogFailed(logger, job.Name, failure);
            return ($"{failure.GetType().Name}: {failure.Message}", true);
        }
    }

    // A run whose lease another replica has taken ends: two at once is what the lease is there to prevent.
    private async Task KeepLease(string name, CancellationTokenSource run, CancellationToken ended)
    {
        while (true)
        {
            await Task.Delay(ledger.Lease / 3, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
                return;

            try
            {
                if (await ledger.Renew(name, ended))
                    continue;
                LogTaken(logger, name);
                await run.CancelAsync();
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException)
            {
                LogLedgerUnreachable(logger, name, failure.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Job {Job}: {Outcome}")]
    private static partial void LogRan(ILogger logger, string job, string outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed")]
    private static partial void LogFailed(ILogger logger, string job, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} was taken over by another replica; this run ends")]
    private static partial void LogTaken(ILogger logger, string job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} waits for the database: {Reason}")]
    private static partial void LogLedgerUnreachable(ILogger logger, string job, string reason);
}
