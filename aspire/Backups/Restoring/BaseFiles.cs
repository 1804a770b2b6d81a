using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Servers;
using SocialPolicy.Backups.Form;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Backups.Restoring;

/// <summary>Unpacks the files of a server, with the part of its log that takes them to one moment.</summary>
internal static class BaseFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const long Megabyte = 1024 * 1024;

    // For what the server itself writes when it starts, and for whoever else writes meanwhile.
    private const long Spare = 256 * Megabyte;

    /// <summary>Files are unpacked where others write too: they must not fill the disk under them.</summary>
    /// <exception cref="RuleBroken">DISK_TOO_FULL.</exception>
    public static async Task MustHaveRoom(BackupFolder backup, string folder, CancellationToken ct)
    {
        await using var file = File.OpenRead(Path.Combine(backup.Base, "backup_manifest"));
        using var written = await JsonDocument.ParseAsync(file, cancellationToken: ct);
        var size = written.RootElement.GetProperty("Files").EnumerateArray().Sum(one => one.GetProperty("Size").GetInt64());
        Check.Rule(new DisksHaveRoom(folder, new DriveInfo(folder).AvailableFreeSpace / Megabyte, (size + Spare) / Megabyte));
    }

    public static async Task Unpack(BackupFolder backup, string data, CancellationToken ct)
    {
        Directory.CreateDirectory(data, OwnerOnly);
        await Unpack(Path.Combine(backup.Base, "base.tar.gz"), data, ct);
        await Unpack(Path.Combine(backup.Base, "pg_wal.tar.gz"), Path.Combine(data, "pg_wal"), ct);
        if (UserAccount.ForServer(PostgreSqlCluster.Account) is { } user)
            Give(new DirectoryInfo(data), user);
    }

    private static async Task Unpack(string archive, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder, OwnerOnly);
        await using var file = File.OpenRead(archive);
        await using var plain = new GZipStream(file, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(plain, folder, overwriteFiles: true, ct);
    }

    // The server runs as its own user, who must own them all.
    private static void Give(DirectoryInfo folder, UserAccount user)
    {
        Native.ChangeOwner(folder.FullName, user);
        foreach (var entry in folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
            Native.ChangeOwner(entry.FullName, user);
    }
}
