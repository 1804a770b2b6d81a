using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.Data;
using SocialPolicy.Backups.Checking;
using SocialPolicy.Backups.Form;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Backups.Restoring;

/// <summary>What came of a restore.</summary>
/// <param name="Manifest">What the backup says of itself.</param>
/// <param name="AnnouncedAgain">Announcements that go out once more.</param>
/// <param name="PutAside">Where the installation is that was there before; null when there was none.</param>
internal sealed record Restored(Manifest Manifest, long AnnouncedAgain, string? PutAside);

/// <summary>
/// Makes a data folder of a backup. Everything is made beside it and checked there; then the two folders change places in one step.
/// Broken off before, the old one is as it was, and the next restore clears what was left.
/// </summary>
internal sealed class BackupRestorer(BackupFolder backup, string root)
{
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal);
    private static readonly string[] Kept = ["postgres", "files", "secrets"];

    private readonly DataFolder target = new(root);

    private string Unfinished => $"{target.Root}.restoring";

    // Without it, what has that name is whole: an installation that changed places and had not got its own name when somebody killed us.
    private string Marker => Path.Combine(Unfinished, "run", "unfinished");

    private string Aside => string.Create(CultureInfo.InvariantCulture, $"{target.Root}.replaced-{TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}");

    /// <param name="replace">An installation that is there is put aside.</param>
    /// <param name="ct">Breaks off; nothing has changed.</param>
    /// <exception cref="RuleBroken">BACKUP_*, DATA_FOLDER_IN_USE, DATA_FOLDER_NOT_EMPTY.</exception>
    public async Task<Restored> Restore(bool replace, CancellationToken ct)
    {
        var isEmpty = !Array.Exists(Kept, name => HasFiles(target.Of(name)));
        using var old = Directory.Exists(target.Root) ? Take(target) : null;
        Check.Rule(new DataFoldersAreEmpty(target.Root, isEmpty, replace));
        var manifest = await backup.Open(ct);

        PutAsideWhatWasReplaced();
        var made = new DataFolder(Unfinished);
        var again = 0L;
        using (Take(made))
        {
            await File.WriteAllTextAsync(Marker, "", ct);
            Clear();
            again = await Make(made, manifest, ct);
            File.Delete(Marker);
        }

        return new(manifest, again, PutInPlace(old, isEmpty));
    }

    private async Task<long> Make(DataFolder made, Manifest manifest, CancellationToken ct)
    {
        await BaseFiles.MustHaveRoom(backup, made.Root, ct);
        await PrivateFiles.CopyFolder(backup.Secrets, made.Of("secrets"), PrivateFiles.None, ct);
        await PrivateFiles.CopyFolder(backup.Files, made.Of("files"), PrivateFiles.None, ct);
        await BaseFiles.Unpack(backup, Path.Combine(made.Of("postgres"), "data"), ct);
        return await Trial.On(backup, made.Of("postgres"), Usual, async (server, _) =>
        {
            await Trial.MustHold(backup, manifest, server, ct);
            return await AnnouncedAgain.In(server, backup, manifest, ct);
        }, ct);
    }

    private string? PutInPlace(FolderLock? old, bool wasEmpty)
    {
        if (old is null)
        {
            Directory.Move(Unfinished, target.Root);
            return null;
        }

        Places.Swap(Unfinished, target.Root);
        old.Dispose();
        if (wasEmpty)
        {
            Directory.Delete(Unfinished, recursive: true);
            return null;
        }

        var aside = Aside;
        Directory.Move(Unfinished, aside);
        return aside;
    }

    private void PutAsideWhatWasReplaced()
    {
        if (!File.Exists(Marker) && Array.Exists(Kept, name => HasFiles(Path.Combine(Unfinished, name))))
            Directory.Move(Unfinished, Aside);
    }

    // What a restore left that was broken off; our own lock stays.
    private void Clear()
    {
        foreach (var left in Directory.EnumerateDirectories(Unfinished).Where(folder => Path.GetFileName(folder) is not ("run" or "logs")))
            Directory.Delete(left, recursive: true);
    }

    private static bool HasFiles(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any();

    private static FolderLock Take(DataFolder folder)
    {
        try
        {
            return folder.Take();
        }
        catch (HostException taken) when (taken.ExitCode == HostException.AlreadyRunning)
        {
            throw new RuleBroken([new DataFoldersAreFree(folder.Root, false)]);
        }
    }
}
