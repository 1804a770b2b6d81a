using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>
/// Seals the audit rows by sequence within about a second of their commit. Apart from commands: a head inside each transaction would
/// make them wait for one another.
/// </summary>
internal sealed partial class AuditSealer(NpgsqlDataSource source, AuditChain chain, AuditKeys keys, AuditMemory memory, ILogger<AuditSealer> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(30);

    private bool waits;
    private bool paused;

    /// <summary>Seals what is there now. Returns when it is sealed, by this replica or another.</summary>
    public async Task SealNow(CancellationToken ct)
    {
        long upTo;
        await using (var connection = await source.OpenConnectionAsync(ct))
        {
            var head = await AuditChain.HeadOf(connection, ct);
            await Remember(connection, head, ct);
            upTo = await SettledIds.GivenOut(connection, ct);
            if (upTo <= head.LastId)
                return;
        }

        await SettledIds.Wait(source, Waiting, ct);
        waits = false;
        await chain.Seal(upTo, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (keys.Signing is null)
            LogUnsigned(logger);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SealNow(stoppingToken);
                paused = false;
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                if (!paused)
                    LogPaused(logger, failure.Message);
                paused = true;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Remember(NpgsqlConnection connection, AuditHead head, CancellationToken ct)
    {
        var seen = memory.Farthest;
        var there = seen is null || seen.Number == head.Number && seen.Digest.AsSpan().SequenceEqual(head.Digest) || await AuditChain.Has(connection, seen, ct);
        if (!memory.Note(head, there))
            LogCut(logger, head.Number, seen!.Number);
    }

    private void Waiting(TimeSpan waited)
    {
        if (waited < LongWait || waits)
            return;
        waits = true;
        LogWaits(logger, (int)waited.TotalSeconds);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Audit:Keys is not set: the heads of the audit chain are not signed")]
    private static partial void LogUnsigned(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sealing the audit log waits for the database: {Reason}")]
    private static partial void LogPaused(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sealing the audit log waits for a transaction that has been open for more than {Seconds} s")]
    private static partial void LogWaits(ILogger logger, int seconds);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit chain ends at segment {Number}, but segment {Known} was seen: it was cut")]
    private static partial void LogCut(ILogger logger, long number, long known);
}
