using SocialPolicy.Backups.Checking;
using SocialPolicy.Backups.Form;
using SocialPolicy.BuildingBlocks.Service.Files;

namespace SocialPolicy.Backups.Taking;

/// <summary>Takes a backup of an installation, running or stopped, and restores it once before it counts as one.</summary>
/// <param name="root">The data folder of the installation.</param>
/// <param name="store">Where backups are kept.</param>
internal sealed class BackupTaker(string root, BackupStore store)
{
    /// <summary>Of the secrets: who is signed in. It changes while it is copied, and a restore must not sign anybody in again.</summary>
    internal static IReadOnlySet<string> OfTheMoment { get; } = new HashSet<string>(StringComparer.Ordinal) { "sessions" };

    private static readonly HashSet<string> OnTheirWay = new(StringComparer.Ordinal) { "incoming" };

    public async Task<(BackupFolder Backup, Manifest Manifest)> Take(Source source, bool byHand, CancellationToken ct)
    {
        using var alone = store.Lock();
        ClearTrials();
        var unfinished = store.Begin();
        try
        {
            // The databases first: a file is on the disk before the row that names it, and is never removed after.
            var began = TimeProvider.System.GetUtcNow();
            await BaseBackup.Write(source, Path.Combine(root, "postgres", "data"), unfinished.Base, ct);
            var moment = TimeProvider.System.GetUtcNow();
            await CopyFiles(unfinished, ct);
            await PrivateFiles.CopyFolder(Path.Combine(root, "secrets"), unfinished.Secrets, OfTheMoment, ct);

            var manifest = await Trial.Of(unfinished, Path.Combine(root, "run"), (server, version) => Describe(unfinished, server, version, began, moment, ct), ct);
            manifest = await unfinished.Seal(manifest, ct);
            return (store.Finish(unfinished, moment, byHand), manifest);
        }
        catch
        {
            Directory.Delete(unfinished.Path, recursive: true);
            throw;
        }
    }

    private static async Task<Manifest> Describe(BackupFolder backup, string server, string version, DateTimeOffset began, DateTimeOffset moment, CancellationToken ct)
    {
        var databases = await Contents.Of(server, ct);
        var heads = await AuditChains.MustBeWhole(backup, server, databases, ct);
        return new(Manifest.Known, Manifest.ThisProduct, version, began, moment, databases, heads);
    }

    // What a killed one left.
    private void ClearTrials()
    {
        foreach (var left in Directory.EnumerateDirectories(Path.Combine(root, "run"), Trial.Folders))
            Directory.Delete(left, recursive: true);
    }

    private async Task CopyFiles(BackupFolder backup, CancellationToken ct)
    {
        PrivateFile.MakeFolder(backup.Files);
        var files = new DirectoryInfo(Path.Combine(root, "files"));
        foreach (var service in files.Exists ? files.EnumerateDirectories() : [])
            await PrivateFiles.CopyFolder(service.FullName, Path.Combine(backup.Files, service.Name), OnTheirWay, ct);
    }
}
