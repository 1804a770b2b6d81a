using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>Adds segments to the chain, one replica at a time.</summary>
internal sealed class AuditChain(NpgsqlDataSource source, AuditKeys keys, StorageSettings settings)
{
    /// <summary>Rows of a segment at most: a page or two of the chain.</summary>
    public const int MostRows = 1000;

    // Held until the transaction ends, however it ends: a replica that is killed leaves no lease that others would wait for.
    internal const long SealLock = 0x5350_5041_5544_4954;

    private const string Take = "select pg_try_advisory_xact_lock(@SealLock)";

    // A replica that hangs in the middle of sealing must not keep the others from it.
    private const string EndIfItHangs = "set local idle_in_transaction_session_timeout = '10s'";

    private const string SelectHead = "select number, last_id, head as digest from ground.audit_chain order by number desc limit 1";

    private const string SelectPart = "select exists (select from ground.audit_chain where number = @Number and head = @Digest)";

    private const string SelectDigests = "select id, digest from ground.audit_log where id > @after and id <= @upTo order by id limit @MostRows";

    private const string Insert = """
        insert into ground.audit_chain (number, first_id, last_id, ids, digests, previous, head, key_id, signature, sealed_at)
        values (@Number, @FirstId, @LastId, @Ids, @Digests, @Previous, @Head, @KeyId, @Signature, @SealedAt)
        """;

    /// <summary>Where a chain ends.</summary>
    public static async Task<AuditHead> HeadOf(NpgsqlConnection connection, CancellationToken ct) =>
        await connection.QuerySingleOrDefaultAsync<AuditHead>(new(SelectHead, cancellationToken: ct)) ?? AuditHead.Beginning;

    /// <summary>Whether a head that was seen before is part of the chain; one of a chain that had not begun always is.</summary>
    public static async Task<bool> Has(NpgsqlConnection connection, AuditHead seen, CancellationToken ct) =>
        seen.Number == 0 || await connection.ExecuteScalarAsync<bool>(new(SelectPart, seen, cancellationToken: ct));

    /// <summary>Seals the ids up to this one in as many segments as they take. False when another replica is at it.</summary>
    /// <param name="upTo">No transaction that could still add a row at or below it is open.</param>
    /// <param name="ct">Breaks off between two segments.</param>
    public async Task<bool> Seal(long upTo, CancellationToken ct)
    {
        while (true)
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await connection.ExecuteAsync(new(EndIfItHangs, cancellationToken: ct));
            if (!await connection.ExecuteScalarAsync<bool>(new(Take, new { SealLock }, cancellationToken: ct)))
                return false;

            var head = await HeadOf(connection, ct);
            if (head.LastId >= upTo)
                return true;

            var segment = await Next(connection, head, upTo, ct);
            await connection.ExecuteAsync(new(Insert, segment, cancellationToken: ct));
            await transaction.CommitAsync(ct);
        }
    }

    private async Task<AuditSegment> Next(NpgsqlConnection connection, AuditHead head, long upTo, CancellationToken ct)
    {
        var rows = (await connection.QueryAsync<Sealed>(new(SelectDigests, new { after = head.LastId, upTo, MostRows }, cancellationToken: ct))).AsList();
        var open = new AuditSegment
        {
            Number = head.Number + 1,
            FirstId = head.LastId + 1,
            LastId = rows.Count == MostRows ? rows[^1].Id : upTo,
            Ids = [.. rows.Select(row => row.Id)],
            Digests = [.. rows.SelectMany(row => row.Digest)],
            Previous = head.Digest,
            SealedAt = new(await connection.ExecuteScalarAsync<DateTime>(new("select clock_timestamp()", cancellationToken: ct)), TimeSpan.Zero),
        };
        return Signed(open);
    }

    private AuditSegment Signed(AuditSegment open)
    {
        var head = open.ComputeHead(settings.Service);
        return new()
        {
            Number = open.Number,
            FirstId = open.FirstId,
            LastId = open.LastId,
            Ids = open.Ids,
            Digests = open.Digests,
            Previous = open.Previous,
            SealedAt = open.SealedAt,
            Head = head,
            KeyId = keys.Signing,
            Signature = keys.Sign(head),
        };
    }

    private sealed record Sealed(long Id, byte[] Digest);
}
