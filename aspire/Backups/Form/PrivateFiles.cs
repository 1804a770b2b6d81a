using System.Text;

namespace SocialPolicy.Backups.Form;

/// <summary>Files that only their owner reads (0600), in folders that only he enters (0700), on the disk when written.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode Ours = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void MakeFolder(string path) => Directory.CreateDirectory(path, Ours | UnixFileMode.UserExecute);

    public static async Task Write(string path, string content, CancellationToken ct)
    {
        await using var file = Create(path);
        await file.WriteAsync(Encoding.UTF8.GetBytes(content), ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Copies a folder with all below it; what it does not have is not copied either.</summary>
    /// <param name="from">May be missing.</param>
    /// <param name="to">Made when missing.</param>
    /// <param name="but">Names of folders or files directly in it that stay.</param>
    /// <param name="ct">Breaks off.</param>
    public static async Task CopyFolder(string from, string to, IReadOnlySet<string> but, CancellationToken ct)
    {
        MakeFolder(to);
        if (!Directory.Exists(from))
            return;
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().Where(entry => !but.Contains(entry.Name)))
        {
            var target = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo)
                await CopyFolder(entry.FullName, target, None, ct);
            else if (!entry.Name.EndsWith(".new", StringComparison.Ordinal))
                await CopyFile(entry.FullName, target, ct);
        }
    }

    public static IReadOnlySet<string> None { get; } = new HashSet<string>(StringComparer.Ordinal);

    private static async Task CopyFile(string from, string to, CancellationToken ct)
    {
        await using var source = File.OpenRead(from);
        await using var file = Create(to);
        await source.CopyToAsync(file, ct);
        file.Flush(flushToDisk: true);
    }

    private static FileStream Create(string path) =>
        new(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Ours, Options = FileOptions.Asynchronous });
}
