using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>An announcement the broker has not confirmed yet.</summary>
internal sealed record PendingAnnouncement(long Position, DateTime RecordedAt, string Exchange, string Payload, Envelope Envelope);

/// <summary>The SQL of the relay.</summary>
internal static class OutboxBatch
{
    public const int Size = 256;

    public const int RelayLock = 0x5350_5052;

    // Of the transaction: a relay that dies frees its slot with its connection.
    private const string Claim = "select pg_try_advisory_xact_lock($1, $2)";

    private const string Fetch = """
        select position, recorded_at, exchange, payload, id, type, schema_version, aggregate, aggregate_version, occurred_at, actor, trace_parent
        from ground.outbox where slot = $1 and published_at is null order by position limit $2
        """;

    // A mark that is lost with the server costs a repeat, which every inbox knows: no need to wait for the disk.
    private const string Hasty = "set local synchronous_commit = off";

    private const string Mark = """
        update ground.outbox set published_at = clock_timestamp()
        where slot = $1 and published_at is null and position = any($2) and recorded_at between $3 and $4
        """;

    private const string Progress = """
        update ground.relay_progress set published_count = published_count + $2, last_published_at = clock_timestamp() where slot = $1
        """;

    private const string SlotsWithWork = "select distinct slot from ground.outbox where published_at is null";

    public static async Task<IReadOnlyList<short>> Waiting(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(SlotsWithWork);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var slots = new List<short>();
        while (await reader.ReadAsync(ct))
            slots.Add(reader.GetInt16(0));
        return slots;
    }

    /// <summary>The next announcements of a slot, in order; null when another relay has the slot.</summary>
    public static async Task<IReadOnlyList<PendingAnnouncement>?> Take(NpgsqlTransaction transaction, int slot, CancellationToken ct)
    {
        await using var claim = new NpgsqlBatch(transaction.Connection!, transaction)
        {
            BatchCommands = { new NpgsqlBatchCommand(Hasty), new NpgsqlBatchCommand(Claim).With(RelayLock, slot) },
        };
        if (await claim.ExecuteScalarAsync(ct) is not true)
            return null;

        await using var fetch = new NpgsqlBatch(transaction.Connection!, transaction) { BatchCommands = { new NpgsqlBatchCommand(Fetch).With((short)slot, Size) } };
        await using var reader = await fetch.ExecuteReaderAsync(ct);
        var pending = new List<PendingAnnouncement>();
        while (await reader.ReadAsync(ct))
            pending.Add(Read(reader));
        return pending;
    }

    public static async Task MarkPublished(NpgsqlTransaction transaction, int slot, IReadOnlyCollection<PendingAnnouncement> published, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection!, transaction)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(Mark).With(
                    (short)slot, published.Select(row => row.Position).ToArray(), published.Min(row => row.RecordedAt), published.Max(row => row.RecordedAt)),
                new NpgsqlBatchCommand(Progress).With((short)slot, (long)published.Count),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static PendingAnnouncement Read(NpgsqlDataReader row)
    {
        var recordedAt = row.GetDateTime(1);
        return new(row.GetInt64(0), recordedAt, row.GetString(2), row.GetString(3), new Envelope(
            row.GetGuid(4), row.GetString(5), row.GetInt32(6), row.GetString(7), row.GetInt64(8),
            new DateTimeOffset(row.GetDateTime(9)), new DateTimeOffset(recordedAt), row.GetString(10), row.IsDBNull(11) ? null : row.GetString(11)));
    }
}
