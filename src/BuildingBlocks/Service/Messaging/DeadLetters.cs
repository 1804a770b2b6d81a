using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>What the service gave up on: listed, and handled again when an operator asks.</summary>
internal sealed class DeadLetters(NpgsqlDataSource source, IEnumerable<FactHandler> handlers, InboxTransaction inbox)
{
    private const string Columns = """
        id, consumer, type, schema_version, aggregate, aggregate_version, occurred_at, recorded_at, actor, trace_parent, payload, error, attempts, failed_at
        """;

    private const string PageSql = $"""
        select {Columns} from ground.dead_letters
        where (failed_at, id, consumer) > (@FailedAt, @Id, @Consumer) order by failed_at, id, consumer limit @limit
        """;

    // Letters of an aggregate are one line, in order; a letter without one stands alone.
    private const string LinesSql = """
        select consumer, aggregate, case when aggregate = '' then id end as id
        from ground.dead_letters
        where @all or id = any(@ids)
        group by 1, 2, 3
        order by min(recorded_at)
        """;

    private const string NextSql = $"""
        select {Columns} from ground.dead_letters
        where consumer = @Consumer and aggregate = @Aggregate and (@Id::uuid is null or id = @Id)
        order by aggregate_version, failed_at limit 1 for update
        """;

    private const string FailedSql = """
        update ground.dead_letters set error = @error, attempts = attempts + 1, failed_at = clock_timestamp() where id = @id and consumer = @consumer
        """;

    private readonly Dictionary<string, FactHandler> handlers = handlers.ToDictionary(handler => handler.Consumer, StringComparer.Ordinal);

    public async Task<IReadOnlyList<DeadLetter>> Page(DeadLetterPlace after, int limit, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var page = await connection.QueryAsync<DeadLetter>(new CommandDefinition(
            PageSql, new { after.FailedAt, after.Id, after.Consumer, limit }, cancellationToken: ct));
        return page.ToList();
    }

    /// <summary>Handles letters again, and with each the others of its aggregate, in order; a line stops at the first that fails.</summary>
    /// <param name="ids">Empty: all.</param>
    /// <exception cref="RuleBroken">DEAD_LETTER_NOT_FOUND: one of them is not there; nothing was handled.</exception>
    public async Task<(int Replayed, int Failed)> Replay(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var (replayed, failed) = (0, 0);
        foreach (var line in await Lines(ids, ct))
        {
            while (await Next(line, ct) is { } handled)
            {
                if (!handled)
                {
                    failed++;
                    break;
                }

                replayed++;
            }
        }

        return (replayed, failed);
    }

    private async Task<IReadOnlyList<Line>> Lines(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var known = (await connection.QueryAsync<Guid>(new CommandDefinition(
            "select id from ground.dead_letters where id = any(@ids)", new { ids = ids.ToArray() }, cancellationToken: ct))).ToHashSet();
        Check.All(ids.Select(id => new DeadLettersAreKnown(id, known.Contains(id))));
        return (await connection.QueryAsync<Line>(new CommandDefinition(
            LinesSql, new { all = ids.Count == 0, ids = ids.ToArray() }, cancellationToken: ct))).ToList();
    }

    // True: handled; false: failed again; null: the line is empty.
    private async Task<bool?> Next(Line line, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var letter = await connection.QuerySingleOrDefaultAsync<DeadLetter>(new CommandDefinition(NextSql, line, transaction, cancellationToken: ct));
        if (letter is null)
            return null;

        // Without its envelope nobody can say where it belongs: it stays, as it came.
        if (!letter.HasEnvelope)
            return false;

        try
        {
            var handler = handlers.GetValueOrDefault(letter.Consumer) ?? throw new InvalidOperationException("This version of the service has no such consumer.");
            await inbox.Replay(handler, handler.Read(letter.Payload), letter.Envelope, transaction, ct);
            return true;
        }
        catch (Exception failure) when (!failure.IsOutage() && !ct.IsCancellationRequested)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            var error = DeadLetterRow.Shortened($"{failure.GetType().Name}: {failure.Message}");
            await connection.ExecuteAsync(new CommandDefinition(FailedSql, new { error, letter.Id, letter.Consumer }, cancellationToken: CancellationToken.None));
            return false;
        }
    }

    private sealed record Line
    {
        public string Consumer { get; init; } = "";
        public string Aggregate { get; init; } = "";
        public Guid? Id { get; init; }
    }
}

/// <summary>Where a page of dead letters begins.</summary>
internal sealed record DeadLetterPlace(DateTimeOffset FailedAt, Guid Id, string Consumer)
{
    public static readonly DeadLetterPlace Start = new(DateTimeOffset.UnixEpoch, Guid.Empty, "");
}

/// <summary>A message the service gave up on.</summary>
internal sealed record DeadLetter
{
    public Guid Id { get; init; }
    public string Consumer { get; init; } = "";
    public string Type { get; init; } = "";
    public int SchemaVersion { get; init; }
    public string Aggregate { get; init; } = "";
    public long AggregateVersion { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public string Actor { get; init; } = "";
    public string? TraceParent { get; init; }
    public byte[] Payload { get; init; } = [];
    public string Error { get; init; } = "";
    public int Attempts { get; init; }
    public DateTimeOffset FailedAt { get; init; }

    /// <summary>False when the message came without a readable one.</summary>
    public bool HasEnvelope => Aggregate.Length > 0;

    public Envelope Envelope => new(Id, Type, SchemaVersion, Aggregate, AggregateVersion, OccurredAt, RecordedAt, Actor, TraceParent);
}

/// <summary>Only letters that are there can be handled again.</summary>
public sealed record DeadLettersAreKnown(Guid Letter, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "DEAD_LETTER_NOT_FOUND";
    public string Message => $"There is no dead letter {Letter}. It may have been handled already.";
    public RuleKind Kind => RuleKind.Missing;
    public string Field => "names";
}
