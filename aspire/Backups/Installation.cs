using Aspire.Hosting;
using Npgsql;
using SocialPolicy.Backups.Checking;
using SocialPolicy.Backups.Form;
using SocialPolicy.Backups.Restoring;
using SocialPolicy.Backups.Taking;

namespace SocialPolicy.Backups;

/// <summary>What can be done with the backups of one installation. Whatever a server or the machine refuses becomes an <see cref="IOException"/> of one line.</summary>
/// <param name="root">Its data folder.</param>
/// <param name="store">Where its backups are kept.</param>
internal sealed class Installation(string root, BackupStore store)
{
    public BackupStore Store => store;

    /// <summary>Takes a backup now, whether the installation runs or not.</summary>
    public Task<(BackupFolder Backup, Manifest Manifest)> Take(CancellationToken ct) =>
        Said(() => Source.Of(root, source => new BackupTaker(root, store).Take(source, byHand: true, ct), ct));

    /// <summary>Restores a backup beside everything else and compares.</summary>
    /// <param name="backup">Which.</param>
    /// <param name="beside">Where the server's files may lie meanwhile.</param>
    /// <param name="ct">Gives up.</param>
    public static Task<Manifest> Verify(BackupFolder backup, string beside, CancellationToken ct) => Said(async () =>
    {
        var manifest = await backup.Open(ct);
        return await Trial.Of(backup, beside, (server, _) => Trial.MustHold(backup, manifest, server, ct), ct);
    });

    public Task<Restored> Restore(BackupFolder backup, bool replace, CancellationToken ct) =>
        Said(() => new BackupRestorer(backup, root).Restore(replace, ct));

    private static async Task<T> Said<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception failure) when (failure is HostException or NpgsqlException or TimeoutException or InvalidDataException)
        {
            throw new IOException(failure.Message.ReplaceLineEndings(" "), failure);
        }
    }
}
