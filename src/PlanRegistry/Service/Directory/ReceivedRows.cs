using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Directory.Rules;

namespace SocialPolicy.PlanRegistry.Service.Directory;

/// <summary>What the stream of ImportDirectory brought. Receiving judges nothing: every refusal is that of one audited command.</summary>
internal sealed class ReceivedRows
{
    private const int MostInAMessage = 1_000;
    private const int MostInAll = 100_000;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool inOrder = true;

    private ReceivedRows()
    {
    }

    public V1.ImportDirectoryRequest.Types.Options Options { get; private set; } = new();

    public List<V1.ImportDirectoryRequest.Types.UnitRow> Units { get; } = [];

    public List<V1.ImportDirectoryRequest.Types.AgencyRow> Agencies { get; } = [];

    /// <summary>What makes two imports the same request: everything but the request id.</summary>
    public byte[] PayloadHash { get; private set; } = [];

    public static async Task<ReceivedRows> From(IAsyncStreamReader<V1.ImportDirectoryRequest> stream, CancellationToken ct)
    {
        var received = new ReceivedRows();
        var first = true;
        while (received.inOrder && await stream.MoveNext(ct))
        {
            received.Take(stream.Current, first);
            first = false;
        }

        received.inOrder &= !first;
        received.PayloadHash = received.hash.GetHashAndReset();
        return received;
    }

    /// <summary>Throws DIRECTORY_STREAM_MALFORMED.</summary>
    public void MustHaveArrived() => Check.Rule(new DirectoryRowsArriveInOrder(inOrder));

    private void Take(V1.ImportDirectoryRequest message, bool first)
    {
        var hasOptions = message.ContentCase is V1.ImportDirectoryRequest.ContentOneofCase.Options;
        inOrder = first == hasOptions && message.ContentCase is not V1.ImportDirectoryRequest.ContentOneofCase.None;
        if (!inOrder)
            return;
        if (hasOptions)
        {
            Options = message.Options;
            hash.AppendData([Options.ValidateOnly ? (byte)1 : (byte)0]);
            return;
        }

        hash.AppendData(message.Rows.ToByteArray());
        Units.AddRange(message.Rows.Units);
        Agencies.AddRange(message.Rows.Agencies);
        inOrder = message.Rows.Units.Count + message.Rows.Agencies.Count <= MostInAMessage && Units.Count + Agencies.Count <= MostInAll;
    }
}
