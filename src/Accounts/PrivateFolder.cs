using System.Text;
using System.Text.Json;
using SocialPolicy.BuildingBlocks.Service.Files;

namespace SocialPolicy.Accounts;

/// <summary>A folder that only its owner enters (0700), with files that only their owner reads (0600).</summary>
public sealed class PrivateFolder
{
    private const string LockName = ".lock";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private static readonly ManualResetEvent Never = new(initialState: false);

    private readonly string path;

    public PrivateFolder(string path)
    {
        this.path = Path.GetFullPath(path);
        PrivateFile.CloseFolder(this.path);
    }

    public PrivateFolder Sub(string name) => new(Path.Combine(path, name));

    public bool Has(string name) => File.Exists(At(name));

    public DateTime LastWrite(string name) => File.GetLastWriteTimeUtc(At(name));

    public IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(path, pattern).Select(file => Path.GetFileName(file)!);

    public void Delete(string name) => File.Delete(At(name));

    /// <summary>Null when there is no such file. A file that cannot be read is an error that names it.</summary>
    public T? Read<T>(string name)
        where T : class
    {
        if (!Has(name))
            return null;

        try
        {
            using var stream = File.OpenRead(At(name));
            return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{At(name)} is not what this service wrote: {exception.Message}", exception);
        }
    }

    /// <summary>All or nothing: a reader sees the old file or the new one, also after a crash. On return the new one is on the disk.</summary>
    public void Write<T>(string name, T content) => PrivateFile.Replace(At(name), stream => JsonSerializer.Serialize(stream, content, Json));

    /// <summary>Adds a line to a file of lines. On return it is on the disk.</summary>
    public void Append(string name, string line) => PrivateFile.Append(At(name), Encoding.UTF8.GetBytes(line + '\n'));

    /// <summary>Waits until no other process changes the folder; until it is disposed none does.</summary>
    /// <exception cref="IOException">Another process keeps the folder for too long.</exception>
    public IDisposable Lock()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return PrivateFile.Lock(At(LockName));
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(began) < Patience)
            {
                _ = WaitHandle.WaitAny([Never], Glance);
            }
        }
    }

    private string At(string name) => Path.Combine(path, name);
}
