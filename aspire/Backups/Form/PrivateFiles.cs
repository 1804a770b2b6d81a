using System.Text;
using SocialPolicy.BuildingBlocks.Service.Files;

namespace SocialPolicy.Backups.Form;

/// <summary>What a backup is written with: private files and folders, on the disk when written.</summary>
internal static class PrivateFiles
{
    public static async Task Write(string path, string content, CancellationToken ct)
    {
        await using var file = PrivateFile.Create(path);
        await file.WriteAsync(Encoding.UTF8.GetBytes(content), ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Copies a folder with all below it; what it does not have is not copied either.</summary>
    /// <param name="from">May be missing.</param>
    /// <param name="to">Made when missing.</param>
    /// <param name="but">Names of folders and files that stay, however deep they lie.</param>
    /// <param name="ct">Breaks off.</param>
    public static async Task CopyFolder(string from, string to, IReadOnlySet<string> but, CancellationToken ct)
    {
        PrivateFile.MakeFolder(to);
        if (!Directory.Exists(from))
            return;
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().Where(entry => !but.Contains(entry.Name)))
        {
            var target = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo)
                await CopyFolder(entry.FullName, target, but, ct);
            else if (!entry.Name.EndsWith(".new", StringComparison.Ordinal))
                await CopyFile(entry.FullName, target, ct);
        }
    }

    public static IReadOnlySet<string> None { get; } = new HashSet<string>(StringComparer.Ordinal);

    private static async Task CopyFile(string from, string to, CancellationToken ct)
    {
        await using var source = File.OpenRead(from);
        await using var file = PrivateFile.Create(to);
        await source.CopyToAsync(file, ct);
        file.Flush(flushToDisk: true);
    }
}
