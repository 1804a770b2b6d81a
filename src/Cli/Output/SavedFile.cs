using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;

namespace SocialPolicy.Cli.Output;

/// <summary>A file that comes in chunks: whole or not at all. It comes under another name and gets its own when every byte is there.</summary>
internal static class SavedFile
{
    /// <param name="path">Where; a file that exists is left as it is.</param>
    /// <param name="sha256">Of all bytes, as announced.</param>
    /// <param name="messages">What is still to come of the stream.</param>
    /// <param name="chunk">The bytes of a message.</param>
    /// <param name="cancellation">Breaks off; nothing stays behind.</param>
    /// <exception cref="IOException">The file exists, or the bytes are not those announced.</exception>
    public static async Task Write<T>(string path, string sha256, IAsyncStreamReader<T> messages, Func<T, ByteString> chunk, CancellationToken cancellation)
    {
        if (File.Exists(path))
            throw new IOException($"{path} exists already.");
        var part = $"{path}.{Guid.CreateVersion7():N}.part";
        try
        {
            if (await WriteTo(part, messages, chunk, cancellation) != sha256)
                throw new IOException("The bytes that came are not those that were announced; try again.");
            File.Move(part, path, overwrite: false);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<string> WriteTo<T>(string path, IAsyncStreamReader<T> messages, Func<T, ByteString> chunk, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await foreach (var message in messages.ReadAllAsync(cancellation))
        {
            hash.AppendData(chunk(message).Span);
            await output.WriteAsync(chunk(message).Memory, cancellation);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
