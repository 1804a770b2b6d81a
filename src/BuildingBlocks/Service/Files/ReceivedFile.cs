using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Files;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Files;

/// <summary>
/// What a stream brought whose first message describes a file and whose others carry it. Receiving judges nothing, so that every
/// refusal is that of one audited command; it only stops where nothing further can make the file acceptable.
/// </summary>
public sealed class ReceivedFile<TDescription> where TDescription : class, IMessage<TDescription>, new()
{
    private const int MaxChunk = 1 << 20;
    private const int MaxFileName = 255;

    private readonly MemoryStream bytes;
    private readonly bool inOrder;

    private ReceivedFile(TDescription description, MemoryStream bytes, bool inOrder)
    {
        (Description, this.bytes, this.inOrder) = (description, bytes, inOrder);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    /// <summary>The first message; empty when none came.</summary>
    public TDescription Description { get; }

    /// <summary>Of the bytes received, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>In bytes.</summary>
    public long Size => bytes.Length;

    /// <summary>What makes two calls the same request: everything but the request id and the cutting into chunks.</summary>
    public byte[] PayloadHash
    {
        get
        {
            var payload = Description.Clone();
            payload.Descriptor.FindFieldByName("request_id")?.Accessor.Clear(payload);
            return SHA256.HashData([.. payload.ToByteArray(), .. Convert.FromHexString(Sha256)]);
        }
    }

    /// <summary>Reads the stream to its end, or to where it is wrong.</summary>
    public static async Task<ReceivedFile<TDescription>> From<TMessage>(
        IAsyncStreamReader<TMessage> stream, Func<TMessage, TDescription?> description, Func<TMessage, ByteString> chunk, CancellationToken ct)
    {
        TDescription? first = null;
        var bytes = new MemoryStream();
        var inOrder = true;
        while (inOrder && bytes.Length <= DocumentsFitTheLimit.MaxBytes && await stream.MoveNext(ct))
        {
            var described = description(stream.Current);
            var part = chunk(stream.Current);
            inOrder = first is null == described is not null && part.Length <= MaxChunk;
            first ??= described;
            bytes.Write(part.Span);
        }

        return new(first ?? new(), bytes, inOrder && first is not null);
    }

    /// <summary>A file name without folders.</summary>
    public static string NameOf(string sent) => sent[(sent.AsSpan().LastIndexOfAny('/', '\\') + 1)..].Replace("\0", "", StringComparison.Ordinal);

    /// <summary>Throws RuleBroken when the file did not arrive whole; that it has no content is judged by who wants one.</summary>
    public void MustHaveArrived(string announcedSha256, string fileName, string path)
    {
        Check.Rule(new FilesArriveInOrder(inOrder));
        Check.Rule(new TextsFitTheirField($"{path}.file_name", fileName.Length, MaxFileName));
        Check.Rule(new DocumentsFitTheLimit(Size));
        Check.Rule(new DocumentsArriveIntact(announcedSha256, Sha256));
    }

    /// <summary>The bytes, from the beginning.</summary>
    public Stream Open() => new MemoryStream(bytes.GetBuffer(), 0, (int)bytes.Length, writable: false);
}
