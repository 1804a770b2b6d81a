using Microsoft.Extensions.Logging;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>
/// Gives every delivered fact exactly one effect: a batch in one transaction; when that fails, one by one; a fact that
/// keeps failing goes to the dead letters. While the database is away everything waits, unacknowledged.
/// </summary>
internal sealed partial class Inbox(InboxTransaction transaction, ILogger<Inbox> logger)
{
    private const int Attempts = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Returns when every delivery is settled. Throws only when the service is stopping.</summary>
    public async Task Settle(FactHandler handler, IReadOnlyList<Delivery> batch, CancellationToken stopping)
    {
        if (batch.All(delivery => delivery.Unreadable is null) && await Together(handler, batch, stopping))
        {
            Settle(batch);
            return;
        }

        foreach (var delivery in batch)
        {
            await Alone(handler, delivery, stopping);
            delivery.Settle();
        }
    }

    private async Task<bool> Together(FactHandler handler, IReadOnlyList<Delivery> batch, CancellationToken stopping)
    {
        try
        {
            await Patiently(handler.Consumer, () => transaction.Handle(handler, batch, stopping), IsNobodysFault, stopping);
            return true;
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            LogOneByOne(logger, handler.Consumer, batch.Count, failure.GetType().Name);
            return false;
        }
    }

    private async Task Alone(FactHandler handler, Delivery delivery, CancellationToken stopping)
    {
        if (delivery.Unreadable is { } reason)
        {
            await GiveUp(handler, delivery, reason, 1, stopping);
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Patiently(handler.Consumer, () => transaction.Handle(handler, [delivery], stopping), IsNobodysFault, stopping);
                return;
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                if (attempt == Attempts)
                {
                    LogGivenUp(logger, handler.Consumer, delivery.Envelope.Id, delivery.Envelope.Aggregate, failure);
                    await GiveUp(handler, delivery, $"{failure.GetType().Name}: {failure.Message}", attempt, stopping);
                    return;
                }

                await Task.Delay(FirstPause * (attempt * attempt), stopping);
            }
        }
    }

    // Whatever is in the way, there is nowhere else to put it: given back, it would come again at once, for ever.
    private Task GiveUp(FactHandler handler, Delivery delivery, string error, int attempts, CancellationToken stopping) =>
        Patiently(handler.Consumer, () => transaction.GiveUp(handler.Consumer, delivery, error, attempts, stopping), _ => !stopping.IsCancellationRequested, stopping);

    // Such a failure does not count as an attempt.
    private static bool IsNobodysFault(Exception failure) => failure.IsOutage() || failure.IsWorthRepeating();

    private async Task Patiently(string consumer, Func<Task> act, Func<Exception, bool> isWorthWaiting, CancellationToken stopping)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await act();
                return;
            }
            catch (Exception failure) when (isWorthWaiting(failure))
            {
                if (pause == FirstPause)
                    LogWaiting(logger, consumer, failure.Message);
                await Task.Delay(pause, stopping);
            }
        }
    }

    private static void Settle(IReadOnlyList<Delivery> batch)
    {
        foreach (var delivery in batch)
            delivery.Settle();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Consumer}: a batch of {Count} failed ({Failure}) and is handled one by one")]
    private static partial void LogOneByOne(ILogger logger, string consumer, int count, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Consumer}: event {Id} of {Aggregate} goes to the dead letters")]
    private static partial void LogGivenUp(ILogger logger, string consumer, Guid id, string aggregate, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Consumer} waits for the database: {Reason}")]
    private static partial void LogWaiting(ILogger logger, string consumer, string reason);
}
