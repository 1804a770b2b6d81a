using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Files;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>
/// What the stream of ImportPlan brought. Receiving judges nothing, so that every refusal is that of one audited command;
/// it only stops where nothing further can make the document acceptable.
/// </summary>
internal sealed class ReceivedDocument
{
    private const int MaxChunk = 1 << 20;
    private const int MaxFileName = 255;

    private readonly V1.ImportPlanRequest.Types.File file;
    private readonly MemoryStream bytes;
    private readonly bool inOrder;

    private ReceivedDocument(V1.ImportPlanRequest.Types.File file, MemoryStream bytes, bool inOrder)
    {
        (this.file, this.bytes, this.inOrder) = (file, bytes, inOrder);
        FileName = file.FileName[(file.FileName.AsSpan().LastIndexOfAny('/', '\\') + 1)..].Replace("\0", "");
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Content.Span));
    }

    /// <summary>Without folders.</summary>
    public string FileName { get; }

    /// <summary>Of the bytes received, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>In bytes.</summary>
    public long Size => bytes.Length;

    public string RequestId => file.RequestId;

    /// <summary>For which agency it is taken in, as the request says; empty when it does not.</summary>
    public string Agency => file.Agency;

    public bool ValidateOnly => file.ValidateOnly;

    /// <summary>What makes two imports the same request: everything that was sent but its cutting into chunks.</summary>
    public byte[] PayloadHash => SHA256.HashData(Encoding.UTF8.GetBytes($"{Sha256}\n{file.Sha256}\n{file.ValidateOnly}\n{file.FileName}\n{file.Agency}"));

    private ReadOnlyMemory<byte> Content => bytes.GetBuffer().AsMemory(0, (int)bytes.Length);

    public static async Task<ReceivedDocument> From(IAsyncStreamReader<V1.ImportPlanRequest> stream, CancellationToken ct)
    {
        V1.ImportPlanRequest.Types.File? file = null;
        var bytes = new MemoryStream();
        var inOrder = true;
        while (inOrder && bytes.Length <= DocumentsFitTheLimit.MaxBytes && await stream.MoveNext(ct))
        {
            var message = stream.Current;
            inOrder = file is null == (message.ContentCase is V1.ImportPlanRequest.ContentOneofCase.File) && message.Chunk.Length <= MaxChunk;
            file ??= message.File;
            bytes.Write(message.Chunk.Span);
        }

        return new ReceivedDocument(file ?? new(), bytes, inOrder && file is not null);
    }

    /// <summary>Throws RuleBroken when the document did not arrive whole.</summary>
    public void MustHaveArrived()
    {
        Check.Rule(new FilesArriveInOrder(inOrder));
        Check.Rule(new TextsFitTheirField("file.file_name", FileName.Length, MaxFileName));
        Check.Rule(new DocumentsFitTheLimit(Size));
        Check.Rule(new DocumentsHaveContent(Size));
        Check.Rule(new DocumentsArriveIntact(file.Sha256, Sha256));
    }

    /// <summary>The text of a document that arrived whole; throws RuleBroken otherwise.</summary>
    public Task<string> Text(DocumentReader reader, CancellationToken ct)
    {
        MustHaveArrived();
        return reader.Read(Content, FileName, ct);
    }

    /// <summary>The bytes, from the beginning.</summary>
    public Stream Open() => new MemoryStream(bytes.GetBuffer(), 0, (int)bytes.Length, writable: false);
}
