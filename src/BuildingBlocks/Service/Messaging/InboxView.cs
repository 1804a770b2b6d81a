using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>What shall become of a message.</summary>
internal enum Verdict
{
    /// <summary>It is new: its consumer runs.</summary>
    Acts,

    /// <summary>It came before, or something newer did: nothing.</summary>
    HadEffect,

    /// <summary>An earlier one of its aggregate is a dead letter: it stands in line behind it.</summary>
    Waits,
}

/// <summary>What the inbox knows about the messages of one batch; moves on with each verdict.</summary>
internal sealed class InboxView
{
    private const string TakeIds = """
        insert into ground.inbox (consumer, message_id) select $1, unnest($2) on conflict do nothing returning message_id
        """;

    private const string Versions = "select aggregate, version from ground.aggregate_gate where consumer = $1 and aggregate = any($2)";

    // Locked, so that a replay of the same aggregate and this batch take turns.
    private const string Lines = "select aggregate from ground.dead_letters where consumer = $1 and aggregate = any($2) for update";

    private const string Advance = """
        insert into ground.aggregate_gate as gate (consumer, aggregate, version) select $1, unnest($2), unnest($3)
        on conflict (consumer, aggregate) do update set version = excluded.version where excluded.version > gate.version
        """;

    private readonly string consumer;
    private readonly HashSet<Guid> fresh = [];
    private readonly Dictionary<string, long> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> advanced = new(StringComparer.Ordinal);
    private readonly HashSet<string> lines = new(StringComparer.Ordinal);

    private InboxView(string consumer) => this.consumer = consumer;

    /// <summary>Takes the ids of a batch: whichever transaction commits first has them.</summary>
    public static async Task<InboxView> Take(NpgsqlTransaction transaction, string consumer, IReadOnlyList<Delivery> batch, CancellationToken ct)
    {
        var view = new InboxView(consumer);
        var ids = batch.Select(delivery => delivery.Envelope.Id).Distinct().Order().ToArray();
        var aggregates = batch.Select(delivery => delivery.Envelope.Aggregate).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        await using var query = new NpgsqlBatch(transaction.Connection!, transaction)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(TakeIds).With(consumer, ids),
                new NpgsqlBatchCommand(Lines).With(consumer, aggregates),
                new NpgsqlBatchCommand(Versions).With(consumer, aggregates),
            },
        };
        await using var reader = await query.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            view.fresh.Add(reader.GetGuid(0));
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
            view.lines.Add(reader.GetString(0));
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
            view.seen[reader.GetString(0)] = reader.GetInt64(1);
        return view;
    }

    /// <summary>For a message whose id was taken when it became a dead letter.</summary>
    public static async Task<InboxView> Read(NpgsqlTransaction transaction, string consumer, Envelope envelope, CancellationToken ct)
    {
        var view = new InboxView(consumer) { fresh = { envelope.Id } };
        await using var query = new NpgsqlBatch(transaction.Connection!, transaction)
        {
            BatchCommands = { new NpgsqlBatchCommand(Versions).With(consumer, new[] { envelope.Aggregate }) },
        };
        await using var reader = await query.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            view.seen[reader.GetString(0)] = reader.GetInt64(1);
        return view;
    }

    /// <summary>False when it came before.</summary>
    public bool IsNew(Envelope envelope) => fresh.Contains(envelope.Id);

    public Verdict Judge(Envelope envelope)
    {
        if (!fresh.Remove(envelope.Id))
            return Verdict.HadEffect;
        if (lines.Contains(envelope.Aggregate))
            return Verdict.Waits;
        if (seen.TryGetValue(envelope.Aggregate, out var version) && envelope.AggregateVersion <= version)
            return Verdict.HadEffect;

        if (envelope.Aggregate.Length > 0)
            seen[envelope.Aggregate] = advanced[envelope.Aggregate] = envelope.AggregateVersion;
        return Verdict.Acts;
    }

    public void Close(NpgsqlBatch batch)
    {
        if (advanced.Count > 0)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Advance).With(consumer, advanced.Keys.ToArray(), advanced.Values.ToArray()));
    }
}
