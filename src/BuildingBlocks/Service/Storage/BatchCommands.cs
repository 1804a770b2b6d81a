using System.Net.Sockets;
using Npgsql;

namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>Positional parameters for batches: $1, $2, ...</summary>
internal static class BatchCommands
{
    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand command, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
            command.Parameters.Add(value is null ? new NpgsqlParameter { Value = DBNull.Value } : new NpgsqlParameter { Value = value });
        return command;
    }

    /// <summary>
    /// Runs the last statements of the batch's transaction and commits, in one round trip. Nothing calls it off: from here on the outcome
    /// is the database's, and a caller that hangs up must not leave it in doubt.
    /// </summary>
    public static async Task Commit(this NpgsqlBatch batch)
    {
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>True when the same transaction may succeed if it is run again.</summary>
    public static bool IsWorthRepeating(this Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>
    /// True when the database could not be reached, broke off or is full: the statement itself is not at fault. One that
    /// took too long is at fault, or nothing behind it would ever move.
    /// </summary>
    public static bool IsOutage(this Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.DiskFull } => true,
        PostgresException refusal => refusal.SqlState.StartsWith("57P0", StringComparison.Ordinal) || refusal.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: { } cause } => cause is IOException or SocketException || cause.IsOutage(),
        _ => false,
    };
}
