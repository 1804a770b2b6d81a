namespace SocialPolicy.Harness;

/// <summary>A folder of its own for this test process or test, removed when the process ends. Other users may pass through it: servers run as their own.</summary>
public sealed class TestFolder : IDisposable
{
    private TestFolder(string path) => Path = path;

    public string Path { get; }

    public static TestFolder Create()
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"socialpolicy-tests-{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var folder = new TestFolder(path);
        Ending.RemoveAtEnd(folder);
        return folder;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A server may still be writing; the folder of temporary files is cleaned by the system.
        }
    }
}
