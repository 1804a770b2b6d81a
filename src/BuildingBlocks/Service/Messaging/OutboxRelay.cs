using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>
/// Carries announcements from the outbox to the broker: woken after a commit, with a poll as net. Each slot is worked on
/// by one relay of all replicas; within a slot the facts of an aggregate go one after another, different aggregates at
/// once. What the broker did not confirm stays pending, and holds back what follows of its aggregate.
/// </summary>
internal sealed partial class OutboxRelay(NpgsqlDataSource source, OutboxSignal signal, Announcer announcer, Facts facts, ILogger<OutboxRelay> logger) : BackgroundService
{
    private const int BusySlots = 4;
    private const int BusyAggregates = 64;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ConfirmWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // The broker lets this service speak on these alone, and closes the channel, with all that is on its way there, over any other.
    private readonly HashSet<string> exchanges = facts.Announced.Select(Topology.Exchange).ToHashSet(StringComparer.Ordinal);
    private readonly SemaphoreSlim busy = new(BusySlots);
    private int paused;

    public override void Dispose()
    {
        busy.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([Watch(stoppingToken), .. Enumerable.Range(0, Topology.Slots).Select(slot => Lane(slot, stoppingToken))]);

    // Rows of another process, or of a commit whose signal was lost.
    private async Task Watch(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Poll);
        while (await Ticks(timer, stopping))
        {
            try
            {
                foreach (var slot in await OutboxBatch.Waiting(source, stopping))
                    signal.Raise(slot);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                LogPaused(failure);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Lane(int slot, CancellationToken stopping)
    {
        var pause = FirstPause;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await signal.Wait(slot, stopping);
                await Empty(slot, stopping);
                pause = FirstPause;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogPaused(failure);
                await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                signal.Raise(slot);
            }
        }
    }

    private async Task Empty(int slot, CancellationToken stopping)
    {
        while (true)
        {
            await busy.WaitAsync(stopping);
            try
            {
                if (await Batch(slot, stopping) < OutboxBatch.Size)
                    return;
            }
            finally
            {
                busy.Release();
            }
        }
    }

    private async Task<int> Batch(int slot, CancellationToken stopping)
    {
        await using var connection = await source.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        if (await OutboxBatch.Take(transaction, slot, stopping) is not { Count: > 0 } pending)
            return 0;

        var (published, failure) = await Announce(pending, stopping);
        if (!published.IsEmpty)
        {
            await OutboxBatch.MarkPublished(transaction, slot, published, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        if (failure is not null)
            throw new AnnouncingPaused(failure);
        LogResumed();
        return pending.Count;
    }

    private async Task<(ConcurrentBag<PendingAnnouncement> Published, Exception? Failure)> Announce(IReadOnlyList<PendingAnnouncement> pending, CancellationToken stopping)
    {
        var published = new ConcurrentBag<PendingAnnouncement>();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        deadline.CancelAfter(ConfirmWithin);
        try
        {
            Exception? failure = null;
            var aggregates = pending.GroupBy(row => row.Envelope.Aggregate, StringComparer.Ordinal);
            var atOnce = new ParallelOptions { MaxDegreeOfParallelism = BusyAggregates, CancellationToken = deadline.Token };
            await Parallel.ForEachAsync(aggregates, atOnce, async (facts, ct) =>
            {
                // Written only by who failed: one that succeeded must not put back what it saw before.
                if (await Announce(facts, published, ct) is { } one)
                    failure = one;
            });
            return (published, failure);
        }
        catch (OperationCanceledException failure)
        {
            return (published, failure);
        }
    }

    // In order. A failure holds back what follows of this aggregate, nothing else.
    private async Task<Exception?> Announce(IEnumerable<PendingAnnouncement> facts, ConcurrentBag<PendingAnnouncement> published, CancellationToken ct)
    {
        try
        {
            foreach (var fact in facts)
            {
                if (!exchanges.Contains(fact.Exchange))
                    return new InvalidOperationException($"{fact.Envelope.Type} {fact.Envelope.Id} is for {fact.Exchange}, to which this service announces no more.");

                // The transport does not always notice that its connection is gone: the deadline must hold all the same.
                await announcer.Announce(fact, ct).WaitAsync(ct);
                published.Add(fact);
            }

            return null;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            return failure;
        }
    }

    private static async Task<bool> Ticks(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // One line when it stops, one when it goes on: not one for every try of every slot.
    private void LogPaused(Exception failure)
    {
        if (Interlocked.Exchange(ref paused, 1) == 0)
            LogPaused(logger, failure.Message);
    }

    private void LogResumed()
    {
        if (Interlocked.Exchange(ref paused, 0) == 1)
            LogResumed(logger);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Announcing waits, announcements stay in the outbox: {Reason}")]
    private static partial void LogPaused(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Announcing goes on")]
    private static partial void LogResumed(ILogger logger);

    private sealed class AnnouncingPaused(Exception cause) : Exception(cause.Message, cause);
}
