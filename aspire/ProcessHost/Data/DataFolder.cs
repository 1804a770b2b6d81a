using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Data;

/// <summary>The folder in which an installation keeps everything: secrets, servers' data, logs, files, what runs now.</summary>
internal sealed class DataFolder
{
    private const long LeastFree = 200L * 1024 * 1024;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Passable = Private | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly Lazy<SecretStore> secrets;

    public DataFolder(string path)
    {
        Root = WithoutLinks(Path.GetFullPath(path));
        secrets = new Lazy<SecretStore>(() => new SecretStore(Make("secrets", Private)));
    }

    /// <summary>By whatever link it was named, an installation is one and the same.</summary>
    public string Root { get; }

    public SecretStore Secrets => secrets.Value;

    public string Logs => Path.Combine(Root, "logs");

    public string Run => Path.Combine(Root, "run");

    /// <summary>A server's own folder.</summary>
    public string Of(string server) => Path.Combine(Root, server);

    /// <summary>Takes the folder for this process alone, until disposed.</summary>
    /// <exception cref="HostException">It cannot be written, the disk is full, or another host has it.</exception>
    public FolderLock Take()
    {
        try
        {
            Make("", Passable);
            Make("run", Passable);
            Make("logs", Private);
            Make("files", Private);
            _ = Secrets;
            MustHaveRoom();
            return FolderLock.Take(this);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new HostException($"The data folder {Root} cannot be written ({e.Message}): give this user the right, or set SPP_DATA to another folder.");
        }
        catch (IOException e)
        {
            throw new HostException($"The data folder {Root} cannot be used ({e.Message}): set SPP_DATA to another folder.");
        }
    }

    private static string WithoutLinks(string path) => Native.RealPath(path) ??
        (Path.GetDirectoryName(path) is { } parent ? Path.Combine(WithoutLinks(parent), Path.GetFileName(path)) : path);

    private void MustHaveRoom()
    {
        var free = new DriveInfo(Root).AvailableFreeSpace;
        if (free < LeastFree)
            throw new HostException($"Only {free / 1024 / 1024} MB are free for the data folder {Root}: free at least {LeastFree / 1024 / 1024} MB, or set SPP_DATA to another disk.");
    }

    private string Make(string name, UnixFileMode mode)
    {
        var path = Path.Combine(Root, name);
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            File.SetUnixFileMode(path, mode);
        }

        return path;
    }
}
