using Aspire.Hosting.Servers;
using SocialPolicy.Backups.Form;
using SocialPolicy.Backups.Restoring;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Backups.Checking;

/// <summary>A backup restored beside everything else, on a server of its own that ends with the trial and leaves nothing.</summary>
internal static class Trial
{
    /// <summary>Their names, wherever they lie.</summary>
    public const string Folders = "trial-*";

    // What it writes is thrown away.
    private static readonly Dictionary<string, string> Hasty = new(StringComparer.Ordinal)
    {
        ["fsync"] = "off", ["full_page_writes"] = "off", ["autovacuum"] = "off",
    };

    /// <param name="backup">Its base and secrets must be there; it need not be sealed.</param>
    /// <param name="beside">Where the server's files may lie meanwhile.</param>
    /// <param name="act">Gets the superuser's connection string and the server's version.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<T> Of<T>(BackupFolder backup, string beside, Func<string, string, Task<T>> act, CancellationToken ct)
    {
        await BaseFiles.MustHaveRoom(backup, beside, ct);
        var folder = Path.Combine(beside, $"trial-{Guid.CreateVersion7():N}");
        try
        {
            await BaseFiles.Unpack(backup, Path.Combine(folder, "data"), ct);
            return await On(backup, folder, Hasty, act, ct);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Starts the server of an unpacked backup, which then reaches its one moment, and stops it in order.</summary>
    public static async Task<T> On<T>(BackupFolder backup, string folder, IReadOnlyDictionary<string, string> settings, Func<string, string, Task<T>> act, CancellationToken ct)
    {
        var password = backup.Secret("postgres-password");
        Check.Rule(new BackupsAreComplete(backup.Name, password is null ? "secrets/postgres-password" : null));
        var server = await PostgreSqlServer.Start(folder, null, password!, ct, settings);
        try
        {
            var connection = $"{server.ConnectionString};Pooling=false;Timezone=UTC;Command Timeout=0";
            return await act(connection, await Contents.Version(connection, ct));
        }
        finally
        {
            await server.Stop();
        }
    }

    /// <summary>Restores a sealed backup and compares it with what it says of itself.</summary>
    /// <exception cref="RuleBroken">BACKUP_NOT_THE_SAME, BACKUP_AUDIT_BROKEN.</exception>
    public static async Task<Manifest> MustHold(BackupFolder backup, Manifest manifest, string server, CancellationToken ct)
    {
        var databases = await Contents.Of(server, ct);
        Check.Rule(new RestoredTablesAreTheSame(backup.Name, DatabaseContent.Difference(manifest.Databases, databases)));
        var heads = await AuditChains.MustBeWhole(backup, server, databases, ct);
        Check.Rule(new AuditsOfBackupsAreWhole(backup.Name, manifest.AuditHeads.Except(heads, StringComparer.Ordinal).Select(head => $"the chain does not end at {head}.").FirstOrDefault()));
        return manifest;
    }
}
