using Microsoft.Extensions.Logging;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>The trail of commands: rows are added, never changed or removed.</summary>
public sealed partial class AuditLog(NpgsqlDataSource source, ILogger<AuditLog> logger)
{
    private const string Insert = """
        insert into ground.audit_log (at, method, subject, client, agency, resource, detail, request_id, outcome)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    /// <summary>The row, to be written in the transaction of what it tells about.</summary>
    internal static NpgsqlBatchCommand Row(AuditEntry entry) => new NpgsqlBatchCommand(Insert).With(
        entry.At.ToUniversalTime(), entry.Method, entry.Caller.Subject, entry.Caller.Client, entry.Caller.Agency, entry.Resource, entry.Detail, entry.RequestId, entry.Outcome);

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
