using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Files;

namespace SocialPolicy.Backups.Form;

/// <summary>A folder of backups, each named by its moment: <c>20261128T023000Z</c>, with <c>-by-hand</c> when it was not the schedule's.</summary>
internal sealed class BackupStore(string path)
{
    public const string ByHand = "-by-hand";

    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";
    private const string Unfinished = ".taking-";
    private const string FailureFile = "last-failure";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Why the last backup failed; null when it did not.</summary>
    public string? LastFailure => File.Exists(At(FailureFile)) ? File.ReadAllText(At(FailureFile)) : null;

    /// <summary>Beside the data, unless told otherwise: another disk is better.</summary>
    public static string BesideOf(string data) => $"{System.IO.Path.TrimEndingDirectorySeparator(data)}-backups";

    /// <summary>Finished backups, the newest first.</summary>
    public IReadOnlyList<BackupFolder> All() => !Directory.Exists(Path) ? [] : [.. Directory.EnumerateDirectories(Path)
        .Where(folder => MomentOf(System.IO.Path.GetFileName(folder)) is not null)
        .Select(folder => new BackupFolder(folder)).Where(backup => backup.IsFinished).OrderByDescending(backup => backup.Name, StringComparer.Ordinal)];

    /// <summary>Moments of those the schedule took, which it also removes.</summary>
    public IReadOnlyDictionary<DateTimeOffset, BackupFolder> Scheduled() => All().Where(backup => !backup.Name.EndsWith(ByHand, StringComparison.Ordinal))
        .ToDictionary(backup => MomentOf(backup.Name)!.Value);

    /// <summary>A backup by its name here, or by its path.</summary>
    public BackupFolder Find(string said) => new(said.Contains('/', StringComparison.Ordinal) || !Directory.Exists(At(said)) ? said : At(said));

    /// <summary>Has the store for this process alone, and clears what a killed one left unfinished.</summary>
    /// <exception cref="RuleBroken">BACKUP_RUNNING.</exception>
    public IDisposable Lock()
    {
        PrivateFile.MakeFolder(Path);
        var file = TryLock();
        Check.Rule(new BackupsAreTakenOneAtATime(Path, file is not null));
        foreach (var left in Directory.EnumerateDirectories(Path, $"{Unfinished}*"))
            Directory.Delete(left, recursive: true);
        return file!;
    }

    /// <summary>Where a backup is made; it gets its name when it is finished.</summary>
    public BackupFolder Begin()
    {
        var folder = new BackupFolder(At($"{Unfinished}{Guid.CreateVersion7():N}"));
        PrivateFile.MakeFolder(folder.Path);
        return folder;
    }

    public BackupFolder Finish(BackupFolder unfinished, DateTimeOffset moment, bool byHand)
    {
        var name = moment.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + (byHand ? ByHand : "");
        Directory.Move(unfinished.Path, At(name));
        File.Delete(At(FailureFile));
        return new BackupFolder(At(name));
    }

    /// <summary>A folder without its sums is no backup any more, should removing break off half way.</summary>
    public static void Remove(BackupFolder backup)
    {
        File.Delete(System.IO.Path.Combine(backup.Path, "SHA256SUMS"));
        Directory.Delete(backup.Path, recursive: true);
    }

    public async Task Failed(string reason, DateTimeOffset at)
    {
        PrivateFile.MakeFolder(Path);
        File.Delete(At(FailureFile));
        await PrivateFiles.Write(At(FailureFile), string.Create(CultureInfo.InvariantCulture, $"{at:u} {reason}"), CancellationToken.None);
    }

    private static DateTimeOffset? MomentOf(string name) => DateTimeOffset.TryParseExact(
        name.Replace(ByHand, "", StringComparison.Ordinal), Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private FileStream? TryLock()
    {
        try
        {
            return PrivateFile.Lock(At(".lock"));
        }
        catch (IOException) when (File.Exists(At(".lock")))
        {
            return null;
        }
    }

    private string At(string name) => System.IO.Path.Combine(Path, name);
}
