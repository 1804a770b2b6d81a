using System.Globalization;

namespace Aspire.Hosting.Data;

/// <summary>
/// One host per data folder. The kernel gives the lock up when we die, so a leftover file locks nobody out; on a
/// clean stop the file goes too.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream file;
    private readonly string path;

    private FolderLock(string path, FileStream file)
    {
        this.path = path;
        this.file = file;
    }

    public static FolderLock Take(DataFolder data)
    {
        var path = Path.Combine(data.Run, "lock");
        while (true)
        {
            var file = Open(path) ?? throw new HostException(
                $"Another host runs on the data folder {data.Root} (process {Owner(data)}): stop it, or set SPP_DATA to another folder.", HostException.AlreadyRunning);
            // The one before us may have removed the file between our opening and our locking it.
            if (!WasRemoved(file))
                return Hold(path, file, data);
            file.Dispose();
        }
    }

    public void Dispose()
    {
        File.Delete(path);
        File.Delete(OwnerFile(Path.GetDirectoryName(path)!));
        file.Dispose();
    }

    private static FolderLock Hold(string path, FileStream file, DataFolder data)
    {
        File.WriteAllText(OwnerFile(data.Run), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new FolderLock(path, file);
    }

    // So the kernel names an open file that has no name any more.
    private static bool WasRemoved(FileStream file) =>
        File.ResolveLinkTarget($"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}", returnFinalTarget: false)!.FullName.EndsWith(" (deleted)", StringComparison.Ordinal);

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private static string Owner(DataFolder data) => File.Exists(OwnerFile(data.Run)) ? File.ReadAllText(OwnerFile(data.Run)) : "unknown";

    // The lock itself cannot be read while it is held.
    private static string OwnerFile(string run) => Path.Combine(run, "host.pid");
}
