using Dapper;
using Npgsql;
using SocialPolicy.Backups.Checking;
using SocialPolicy.Backups.Form;

namespace SocialPolicy.Backups.Restoring;

/// <summary>
/// What the broker held on its way at the moment of the backup is nowhere any more. So every announcement that is still in an
/// outbox goes out once more; whoever had heard it knows by inbox and version, and does nothing.
/// </summary>
internal static class AnnouncedAgain
{
    private const string HasOutbox = "select to_regclass('ground.outbox') is not null";

    private const string Again = """
        with again as (update ground.outbox set published_at = null where published_at is not null returning slot),
             counted as (select slot, count(*) as n from again group by slot),
             progress as (update ground.relay_progress p set published_count = greatest(0, p.published_count - c.n) from counted c where p.slot = c.slot)
        select count(*) from again
        """;

    // Auditors must see that there is a gap, and where: the chain goes on from the moment of the backup.
    private const string Note = """
        insert into ground.audit_log (at, method, subject, client, resource, detail, outcome)
        values (clock_timestamp(), '/socialpolicy.backups/Restore', 'spp', 'spp', @resource, @detail, 'DONE')
        """;

    /// <returns>How many go out again.</returns>
    public static async Task<long> In(string server, BackupFolder backup, Manifest manifest, CancellationToken ct)
    {
        var all = 0L;
        foreach (var database in manifest.Databases)
        {
            await using var connection = new NpgsqlConnection(Contents.To(server, database.Name));
            if (!await connection.ExecuteScalarAsync<bool>(new(HasOutbox, cancellationToken: ct)))
                continue;
            await connection.OpenAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var again = await connection.ExecuteScalarAsync<long>(new(Again, transaction: transaction, cancellationToken: ct));
            var note = new { resource = $"backups/{backup.Name}", detail = FormattableString.Invariant($"restored to {manifest.Moment:u}; {again} announcements go out again") };
            await connection.ExecuteAsync(new(Note, note, transaction, cancellationToken: ct));
            await transaction.CommitAsync(ct);
            all += again;
        }

        return all;
    }
}
