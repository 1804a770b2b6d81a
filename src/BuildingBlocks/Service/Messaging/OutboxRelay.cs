using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>
/// Carries announcements from the outbox to the broker: woken after a commit, with a poll as net. A batch takes whatever waits in the
/// slots that were raised, so it is as large as the load makes it. Each slot is worked on by one worker of all replicas; the facts of an
/// aggregate, all in one slot, go one after another, different aggregates at once. What the broker did not confirm stays pending, and
/// holds back what follows of its aggregate.
/// </summary>
internal sealed partial class OutboxRelay(NpgsqlDataSource source, OutboxSignal signal, Announcer announcer, Facts facts, ILogger<OutboxRelay> logger) : BackgroundService
{
    private const int Workers = 4;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ConfirmWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WhileAnotherHasIt = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // The broker lets this service speak on these alone, and closes the channel, with all that is on its way there, over any other.
    private readonly HashSet<string> exchanges = facts.Announced.Select(Topology.Exchange).ToHashSet(StringComparer.Ordinal);
    private readonly TimeSpan[] pauses = [.. Enumerable.Repeat(FirstPause, Topology.Slots)];
    private int paused;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([Watch(stoppingToken), .. Enumerable.Range(0, Workers).Select(_ => Work(stoppingToken))]);

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

    private async Task Work(CancellationToken stopping)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            IReadOnlyList<short> slots = [];
            try
            {
                slots = await signal.Take(stopping);
                var left = await Batch(slots, stopping);
                signal.GiveBack(slots.Except(left.Keys));
                foreach (var (slot, reason) in left)
                    _ = Later(slot, reason, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogPaused(failure);
                foreach (var slot in slots)
                    _ = Later(slot, Left.Failed, stopping);
            }
        }
    }

    // Held meanwhile: whatever else is raised there would meet the same.
    private async Task Later(short slot, Left reason, CancellationToken stopping)
    {
        var pause = reason is Left.ToAnother ? WhileAnotherHasIt : pauses[slot];
        if (reason is Left.Failed)
            pauses[slot] = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        signal.Raise(slot);
        signal.GiveBack([slot]);
    }

    /// <returns>Slots that are not done with.</returns>
    private async Task<IReadOnlyDictionary<short, Left>> Batch(IReadOnlyList<short> slots, CancellationToken stopping)
    {
        await using var connection = await source.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        var (mine, pending, more) = await OutboxBatch.Take(transaction, slots, stopping);
        var left = slots.Except(mine).ToDictionary(slot => slot, _ => Left.ToAnother);
        if (pending.Count == 0)
            return left;

        var (published, failure) = await Announce(pending, stopping);
        if (!published.IsEmpty)
        {
            await OutboxBatch.MarkPublished(transaction, published, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        if (failure is null)
            LogResumed();
        else if (!stopping.IsCancellationRequested)
            LogPaused(failure);
        foreach (var slot in pending.Except(published).Select(row => row.Slot))
            left[slot] = Left.Failed;
        foreach (var slot in mine.Where(slot => !left.ContainsKey(slot)))
        {
            pauses[slot] = FirstPause;
            if (more)
                signal.Raise(slot);
        }

        return left;
    }

    private async Task<(ConcurrentBag<PendingAnnouncement> Published, Exception? Failure)> Announce(IReadOnlyList<PendingAnnouncement> pending, CancellationToken stopping)
    {
        var published = new ConcurrentBag<PendingAnnouncement>();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        deadline.CancelAfter(ConfirmWithin);
        var failures = await Task.WhenAll(pending.GroupBy(row => row.Envelope.Aggregate, StringComparer.Ordinal).Select(facts => Announce(facts, published, deadline.Token)));
        return (published, Array.Find(failures, failure => failure is not null));
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
        catch (Exception failure)
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

    private enum Left
    {
        /// <summary>Another replica works on it just now.</summary>
        ToAnother,

        /// <summary>The broker did not take everything.</summary>
        Failed,
    }
}
