using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>The trail of commands: rows are added, never changed or removed. The database numbers and digests them.</summary>
public sealed partial class AuditLog(NpgsqlDataSource source, ILogger<AuditLog> logger)
{
    private const string Insert = """
        insert into ground.audit_log (at, method, subject, client, agency, act_for, resource, detail, request_id, trace_id, outcome,
            version_before, version_after, digest_of, before_digest, after_digest)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """;

    /// <summary>The row, to be written in the transaction of what it tells about.</summary>
    internal static NpgsqlBatchCommand Row(AuditEntry entry) => new NpgsqlBatchCommand(Insert).With(
        entry.At.ToUniversalTime(), entry.Method, entry.Caller.Subject, entry.Caller.Client, entry.Caller.Agency, entry.ActFor, entry.Resource, entry.Detail,
        entry.RequestId, entry.TraceId ?? CurrentTrace, entry.Outcome,
        entry.Change.VersionBefore, entry.Change.VersionAfter, entry.Change.DigestOf, entry.Change.Before, entry.Change.After);

    /// <summary>The trace of what runs now; null outside of any.</summary>
    internal static string? CurrentTrace => Activity.Current?.TraceId.ToHexString();

    /// <summary>Writes a row of its own: for a refusal, which has no transaction, and for operations. A database that is gone is logged, not thrown.</summary>
    public async Task Write(AuditEntry entry)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(CancellationToken.None);
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Row(entry) } };
            await batch.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException failure)
        {
            LogNotWritten(logger, entry.Method, entry.Outcome, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No audit row could be written for {Method} with outcome {Outcome}")]
    private static partial void LogNotWritten(ILogger logger, string method, string outcome, Exception failure);
}
