using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace SocialPolicy.BuildingBlocks.Service.Files;

/// <summary>A folder of files named by their SHA-256: <c>ab/cd/abcd...</c>. A file appears whole or not at all.</summary>
/// <param name="path">The folder.</param>
/// <param name="scanner">Looks at each file before it is kept; null where the installation has none.</param>
internal sealed partial class FileStore(string path, VirusScanner? scanner = null) : IFileStore
{
    private const int BufferSize = 64 * 1024;

    private readonly string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    private readonly string incoming = IncomingIn(path);

    /// <summary>Where files lie while they arrive.</summary>
    public static string IncomingIn(string path) => Path.Combine(Path.GetFullPath(path), "incoming");

    public async Task<string> Put(Stream content, CancellationToken ct)
    {
        Directory.CreateDirectory(incoming);
        var temporary = Path.Combine(incoming, Guid.CreateVersion7().ToString("N"));
        try
        {
            var sha256 = await Write(content, temporary, ct);
            if (scanner is not null)
                await scanner.MustBeClean(temporary, ct);
            var final = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(final)!);
            File.Move(temporary, final, overwrite: true);
            FlushNames(Path.GetDirectoryName(final)!);
            return sha256;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public async Task<Stream> Open(string sha256, CancellationToken ct)
    {
        if (!Sha256().IsMatch(sha256))
            throw new ArgumentException("A file is named by its SHA-256 in lower-case hex.", nameof(sha256));

        var file = PathOf(sha256);
        if (!File.Exists(file))
            throw new FileNotFoundException($"No file {sha256} is stored.");

        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);
        try
        {
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct)) != sha256)
                throw new InvalidDataException($"The stored file {sha256} has been damaged.");
            stream.Position = 0;
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private static async Task<string> Write(Stream content, string path, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
        var buffer = new byte[BufferSize];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Each folder on the way, whoever made it: another upload may have made it just now and not flushed it yet.
    private void FlushNames(string changed)
    {
        for (var each = changed; each.Length >= folder.Length; each = Path.GetDirectoryName(each)!)
            FolderOnDisk.Flush(each);
    }

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256[2..4], sha256);

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sha256();
}
