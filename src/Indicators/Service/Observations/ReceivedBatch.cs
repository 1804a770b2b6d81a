using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Observations.Sheets;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>
/// What a stream of a batch brought: rows judged while they come, those that can be kept in a spool, those that cannot with the
/// reason. Receiving refuses nothing by itself, so that every refusal is that of one audited command.
/// </summary>
internal sealed partial class ReceivedBatch : IDisposable
{
    /// <summary>Of a batch.</summary>
    public const int MostRows = 5_000_000;

    private const int MostRowsInAMessage = 10_000;
    private const int MostShown = 1_000;

    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly HashSet<ObservationKey> seen = [];

    /// <summary>The first message; empty when none came.</summary>
    public V1.ObservationBatch Header { get; private set; } = new();

    /// <summary>How the request calls the header.</summary>
    public string Path { get; private init; } = "batch";

    public Spool Rows { get; } = new();

    /// <summary>Parts of indicators that rows name, by the number the rows have for them, from 1.</summary>
    public PartsOfBatch Parts { get; } = new();

    public int Given { get; private set; }

    public int Refused { get; private set; }

    public List<V1.RefusedRow> RefusedRows { get; } = [];

    public bool InOrder { get; private set; } = true;

    /// <summary>Whether nothing of it may be kept.</summary>
    public bool IsRefused => Refused > 0 && Header.Mode is not V1.ObservationBatch.Types.Mode.SkipBadRows;

    /// <summary>Reads the stream to its end, or to where it is wrong.</summary>
    /// <param name="stream">The messages.</param>
    /// <param name="begin">Who judges the rows of a header; null when they cannot be judged, for a reason that the command finds again.</param>
    /// <param name="connect">Opens a connection for what has to be looked up.</param>
    /// <param name="ct">The call.</param>
    public async Task Receive(
        IAsyncStreamReader<V1.RecordObservationsRequest> stream,
        Func<V1.ObservationBatch, Task<RowJudge?>> begin,
        Func<Func<NpgsqlConnection, Task>, Task> connect,
        CancellationToken ct)
    {
        if (!await stream.MoveNext(ct) || stream.Current.Batch is not { } header)
        {
            InOrder = false;
            return;
        }

        Digest(Header = header);
        if (await begin(header) is not { } judge)
            return;
        while (Given <= MostRows && await stream.MoveNext(ct))
        {
            InOrder = stream.Current.Rows is { Rows.Count: <= MostRowsInAMessage };
            if (!InOrder)
                return;
            digest.AppendData(stream.Current.Rows.ToByteArray());
            await Take(stream.Current.Rows, judge, connect);
            Rows.Publish();
        }
    }

    /// <summary>What makes two calls the same request: everything but the request id. Known when all has come.</summary>
    public byte[] PayloadHash() => digest.GetCurrentHash();

    public void Dispose()
    {
        Rows.Dispose();
        digest.Dispose();
    }

    private async Task Take(V1.ObservationRows rows, RowJudge judge, Func<Func<NpgsqlConnection, Task>, Task> connect)
    {
        await judge.Learn(rows.Rows, connect);
        foreach (var row in rows.Rows)
            Take(row, judge, file: null);
    }

    private void Take(V1.ObservationRow row, RowJudge judge, FileRow? file)
    {
        Given++;
        if (file?.Broken is { } unclear)
            Refuse([unclear], file);
        else if (file is { IsUntouched: true })
            Untouched++;
        else if (judge.Judge(row, Parts, out var judged) is { } broken)
            Refuse(broken, file);
        else if (!seen.Add(judged.Key))
            Refuse([new BatchesSayAThingOnce("", true)], file);
        else
            Rows.Add(judged);
    }

    private void Refuse(IReadOnlyList<IRule> broken, FileRow? file)
    {
        Refused++;
        foreach (var rule in broken.TakeWhile(_ => RefusedRows.Count < MostShown))
        {
            var field = rule.Field ?? "";
            RefusedRows.Add(new() { Row = file?.Number ?? Given, Column = field, Reason = rule.Reason, Message = rule.Message, Cell = file?.CellOf(field) ?? "" });
        }
    }

    private void Digest(V1.ObservationBatch header)
    {
        var payload = header.Clone();
        payload.RequestId = "";
        digest.AppendData(payload.ToByteArray());
    }
}
