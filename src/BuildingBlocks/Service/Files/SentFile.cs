using Google.Protobuf;
using Grpc.Core;

namespace SocialPolicy.BuildingBlocks.Service.Files;

/// <summary>Sends a file in messages of at most 256 KiB.</summary>
public static class SentFile
{
    private const int ChunkSize = 256 << 10;

    /// <summary>First what it is, then its bytes.</summary>
    public static async Task Send<TMessage>(
        this IServerStreamWriter<TMessage> stream, TMessage description, Stream content, Func<ByteString, TMessage> chunk, CancellationToken ct)
    {
        await stream.WriteAsync(description, ct);
        var buffer = new byte[ChunkSize];
        for (int read; (read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0;)
            await stream.WriteAsync(chunk(ByteString.CopyFrom(buffer, 0, read)), ct);
    }
}
