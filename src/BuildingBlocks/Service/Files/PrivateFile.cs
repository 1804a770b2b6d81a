namespace SocialPolicy.BuildingBlocks.Service.Files;

/// <summary>Files that only their owner reads (0600), from their first byte on, in folders that only he enters (0700).</summary>
internal static class PrivateFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the folder when it is missing.</summary>
    public static void MakeFolder(string path) => Directory.CreateDirectory(path, Owner | UnixFileMode.UserExecute);

    /// <summary>Makes the folder when it is missing, and closes one that others may enter.</summary>
    public static void CloseFolder(string path)
    {
        MakeFolder(path);
        File.SetUnixFileMode(path, Owner | UnixFileMode.UserExecute);
    }

    /// <summary>A file that is not there yet.</summary>
    public static FileStream Create(string path) => Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, FileOptions.Asynchronous);

    /// <summary>All or nothing: a reader sees the old file or the new one, also after a crash. On return the new one is on the disk.</summary>
    public static void Replace(string path, Action<Stream> write)
    {
        var unfinished = path + ".new";
        using (var stream = Open(unfinished, FileMode.Create, FileAccess.Write, FileShare.Read))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
        FolderOnDisk.Flush(Path.GetDirectoryName(path)!);
    }

    /// <summary>Adds to a file, which is made when it is missing. On return it is on the disk.</summary>
    public static void Append(string path, ReadOnlySpan<byte> content)
    {
        using var stream = Open(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Has the file for this handle alone, until it is disposed.</summary>
    /// <exception cref="IOException">Another has it, or it cannot be made.</exception>
    public static FileStream Lock(string path) => Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share, FileOptions options = FileOptions.None) =>
        new(path, new FileStreamOptions { Mode = mode, Access = access, Share = share, UnixCreateMode = Owner, Options = options });
}
