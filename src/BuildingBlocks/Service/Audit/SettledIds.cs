using Dapper;
using Npgsql;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>
/// Which ids of the audit log are settled: a row, or never one. Ids are given out before their transaction commits, and it may roll
/// back. Whoever takes one holds the table as writers do until its transaction has ended; so once all who held it after an id was
/// given out are gone, that id is settled. (Not by the oldest running transaction: one may take its id before it has a number of its
/// own, and one that never comes near the table would hold up everything.)
/// </summary>
internal static class SettledIds
{
    private const string SelectGivenOut = "select coalesce(pg_sequence_last_value('ground.audit_log_id_seq'), 0)";

    private const string SelectWriters = """
        select virtualtransaction from pg_locks
        where locktype = 'relation' and relation = 'ground.audit_log'::regclass and mode = 'RowExclusiveLock' and granted
            and database = (select oid from pg_database where datname = current_database())
        """;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestGlance = TimeSpan.FromMilliseconds(250);

    /// <summary>The greatest id given out by now.</summary>
    public static Task<long> GivenOut(NpgsqlConnection connection, CancellationToken ct) =>
        connection.ExecuteScalarAsync<long>(new(SelectGivenOut, cancellationToken: ct));

    /// <summary>Returns when every id given out before the call is settled: as soon as those who write now have ended.</summary>
    /// <param name="source">The database.</param>
    /// <param name="onWait">Hears how long it has waited, each time it looks.</param>
    /// <param name="ct">Breaks off.</param>
    public static async Task Wait(NpgsqlDataSource source, Action<TimeSpan> onWait, CancellationToken ct)
    {
        var began = TimeProvider.System.GetTimestamp();
        var writers = await Writers(source, ct);
        for (var pause = Glance; writers.Count > 0; pause = pause * 2 < LongestGlance ? pause * 2 : LongestGlance)
        {
            onWait(TimeProvider.System.GetElapsedTime(began));
            await Task.Delay(pause, ct);
            writers.IntersectWith(await Writers(source, ct));
        }
    }

    // No connection is held while it waits.
    private static async Task<HashSet<string>> Writers(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<string>(new(SelectWriters, cancellationToken: ct))).ToHashSet(StringComparer.Ordinal);
    }
}
