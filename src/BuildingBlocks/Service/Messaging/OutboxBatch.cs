using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>An announcement the broker has not confirmed yet.</summary>
internal sealed record PendingAnnouncement(short Slot, long Position, DateTime RecordedAt, string Exchange, string Payload, Envelope Envelope);

/// <summary>What a relay has taken.</summary>
/// <param name="Slots">Those that no other relay has.</param>
/// <param name="Pending">Their next announcements, in order.</param>
/// <param name="More">There may be others behind them.</param>
internal sealed record TakenAnnouncements(IReadOnlySet<short> Slots, IReadOnlyList<PendingAnnouncement> Pending, bool More);

/// <summary>The SQL of the relay.</summary>
internal static class OutboxBatch
{
    private const int Size = 256;

    public const int RelayLock = 0x5350_5052;

    // Of the transaction: a relay that dies frees its slots with its connection.
    private const string Claim = "select slot from unnest($2) as slot where pg_try_advisory_xact_lock($1, slot)";

    // Slot by slot in the order of the index, whatever the planner knows of the table; days ahead are left out before they are looked at.
    private const string Fetch = """
        select o.position, o.recorded_at, o.exchange, o.payload, o.id, o.type, o.schema_version, o.aggregate, o.aggregate_version, o.occurred_at, o.actor,
            o.trace_parent, o.slot
        from unnest($1) as wanted (slot) cross join lateral (
            select * from ground.outbox
            where slot = wanted.slot and published_at is null and recorded_at < statement_timestamp() + interval '1 day'
            order by position limit $2) o
        order by o.position limit $2
        """;

    // A mark that is lost with the server costs a repeat, which every inbox knows: no need to wait for the disk. And no plan of these
    // statements is better for knowing the parameters: making one, over all the days of the outbox, takes longer than running it.
    private const string Hasty = "select set_config('synchronous_commit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)";

    private const string Mark = """
        update ground.outbox set published_at = clock_timestamp()
        where slot = any($1) and published_at is null and position = any($2) and recorded_at between $3 and $4
        """;

    // In the order of the slots: two relays must not wait for each other.
    private const string Progress = """
        update ground.relay_progress p set published_count = p.published_count + done.count, last_published_at = clock_timestamp()
        from (select slot from ground.relay_progress where slot = any($1) order by slot for update) as mine,
            (select slot, count(*) from unnest($2) as slot group by slot) as done
        where p.slot = mine.slot and done.slot = mine.slot
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

    /// <summary>Takes the slots for the length of the transaction.</summary>
    public static async Task<TakenAnnouncements> Take(
        NpgsqlTransaction transaction, IReadOnlyList<short> slots, CancellationToken ct)
    {
        // Statements of their own, so the last sees what whoever had the slots before has marked; in one go, for most often all are free.
        await using var batch = new NpgsqlBatch(transaction.Connection!, transaction)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(Hasty),
                new NpgsqlBatchCommand(Claim).With(RelayLock, slots.Select(slot => (int)slot).ToArray()),
                new NpgsqlBatchCommand(Fetch).With(slots.ToArray(), Size),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var mine = new HashSet<short>();
        while (await reader.ReadAsync(ct))
            mine.Add((short)reader.GetInt32(0));
        await reader.NextResultAsync(ct);
        var pending = new List<PendingAnnouncement>();
        while (await reader.ReadAsync(ct))
            pending.Add(Read(reader));
        return new(mine, [.. pending.Where(row => mine.Contains(row.Slot))], pending.Count == Size);
    }

    public static async Task MarkPublished(NpgsqlTransaction transaction, IReadOnlyCollection<PendingAnnouncement> published, CancellationToken ct)
    {
        var slots = published.Select(row => row.Slot).ToArray();
        await using var batch = new NpgsqlBatch(transaction.Connection!, transaction)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(Mark).With(
                    slots.Distinct().ToArray(), published.Select(row => row.Position).ToArray(), published.Min(row => row.RecordedAt), published.Max(row => row.RecordedAt)),
                new NpgsqlBatchCommand(Progress).With(slots.Distinct().ToArray(), slots),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static PendingAnnouncement Read(NpgsqlDataReader row)
    {
        var recordedAt = row.GetDateTime(1);
        return new(row.GetInt16(12), row.GetInt64(0), recordedAt, row.GetString(2), row.GetString(3), new Envelope(
            row.GetGuid(4), row.GetString(5), row.GetInt32(6), row.GetString(7), row.GetInt64(8),
            new DateTimeOffset(row.GetDateTime(9)), new DateTimeOffset(recordedAt), row.GetString(10), row.IsDBNull(11) ? null : row.GetString(11)));
    }
}
