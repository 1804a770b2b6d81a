using System.CommandLine;
using SocialPolicy.Backups.Form;
using SocialPolicy.Cli.Installation;

namespace SocialPolicy.Cli.Keeping;

/// <summary>The installation on this machine and where its backups are.</summary>
internal static class Backed
{
    public static Option<DirectoryInfo?> StoreOption() => new("--to")
    {
        Description = "The folder of backups. Default: $Backups__Folder, else beside the data folder, its name with -backups.",
    };

    public static Argument<string> BackupArgument() => new("BACKUP") { Description = "Its name in the folder of backups, or its path." };

    public static SocialPolicy.Backups.Installation Up(DataFolder folder, DirectoryInfo? store)
    {
        var data = new Aspire.Hosting.Data.DataFolder(folder.ToString()).Root;
        var kept = store?.FullName ?? (Environment.GetEnvironmentVariable("Backups__Folder") is { Length: > 0 } said ? said : BackupStore.BesideOf(data));
        return new(data, new BackupStore(kept));
    }
}
