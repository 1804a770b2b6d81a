using System.Buffers.Text;
using System.Security.Cryptography;

namespace Aspire.Hosting.Data;

/// <summary>Secrets that were made here, each in a file that only we may read.</summary>
internal sealed class SecretStore(string folder)
{
    private const int Bytes = 32;

    private readonly Lock gate = new();

    /// <summary>The secret of that name, made at its first use: 32 random bytes in base64url.</summary>
    public string GetOrCreate(string name)
    {
        lock (gate)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
                Create(path);
            return File.ReadAllText(path);
        }
    }

    private static void Create(string path)
    {
        var unfinished = path + ".new";
        File.Delete(unfinished);
        using (var file = new FileStream(unfinished, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        using (var writer = new StreamWriter(file))
        {
            writer.Write(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path);
    }
}
