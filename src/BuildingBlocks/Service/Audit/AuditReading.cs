using System.Data;
using Dapper;
using Npgsql;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>Log and chain as they stand at one moment, read from the beginning to the end.</summary>
internal sealed class AuditReading : IAsyncDisposable
{
    // A page of segments is held in memory: a few megabytes at most.
    private const int Page = 64;

    private const string SelectSegments = "select * from ground.audit_chain where number > @after order by number limit @Page";

    private const string SelectRows = $"select {AuditRow.Columns} from ground.audit_log where id >= @from and id <= @to order by id";

    private const string SelectBehind = "select count(*) as count, min(id) as first, clock_timestamp() - min(recorded_at) as age from ground.audit_log where id > @after";

    private readonly NpgsqlTransaction transaction;

    private AuditReading(NpgsqlTransaction transaction) => this.transaction = transaction;

    private NpgsqlConnection Connection => transaction.Connection!;

    /// <summary>Opens a moment of the database.</summary>
    public static async Task<AuditReading> Open(NpgsqlDataSource source, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        return new(await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct));
    }

    /// <summary>Where the chain ends.</summary>
    public async Task<AuditSegment?> Last(CancellationToken ct) => await Connection.QuerySingleOrDefaultAsync<AuditSegment>(
        new("select * from ground.audit_chain order by number desc limit 1", cancellationToken: ct));

    /// <summary>Whether a head is part of the chain.</summary>
    public Task<bool> Has(AuditHead head, CancellationToken ct) => AuditChain.Has(Connection, head, ct);

    /// <summary>Whether there is a segment of that number.</summary>
    public Task<bool> Has(long segment, CancellationToken ct) => Connection.ExecuteScalarAsync<bool>(
        new("select exists (select from ground.audit_chain where number = @segment)", new { segment }, cancellationToken: ct));

    /// <summary>Segments behind one, in their order, each with the rows that stand in its range.</summary>
    public async IAsyncEnumerable<(AuditSegment Segment, IReadOnlyList<AuditRow> Rows)> Segments(
        long after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var from = after == 0 ? long.MinValue : (long?)null;
        while (true)
        {
            var segments = (await Connection.QueryAsync<AuditSegment>(new(SelectSegments, new { after, Page }, cancellationToken: ct))).AsList();
            if (segments.Count == 0)
                yield break;

            // One statement for many segments; what stands in no range of theirs is looked at as part of the next one.
            await using var rows = Rows(from ?? segments.Min(segment => segment.FirstId), segments.Max(segment => segment.LastId)).GetAsyncEnumerator(ct);
            var more = await rows.MoveNextAsync();
            foreach (var segment in segments)
            {
                var inRange = new List<AuditRow>(segment.Ids.Length);
                for (; more && rows.Current.Id <= segment.LastId; more = await rows.MoveNextAsync())
                    inRange.Add(rows.Current);
                yield return (segment, inRange);
            }

            (after, from) = (segments[^1].Number, segments[^1].LastId + 1);
        }
    }

    /// <summary>Rows with these ids, not all at once.</summary>
    public IAsyncEnumerable<AuditRow> Rows(long from, long to) => Connection.QueryUnbufferedAsync<AuditRow>(SelectRows, new { from, to }, transaction, commandTimeout: 0);

    /// <summary>What is not sealed yet: how many, the first of them, and how old it is.</summary>
    public Task<Unsealed> Behind(long after, CancellationToken ct) =>
        Connection.QuerySingleAsync<Unsealed>(new(SelectBehind, new { after }, cancellationToken: ct));

    public async ValueTask DisposeAsync()
    {
        var connection = Connection;
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>Rows behind the end of the chain.</summary>
internal sealed class Unsealed
{
    public long Count { get; init; }
    public long? First { get; init; }
    public TimeSpan? Age { get; init; }
}
