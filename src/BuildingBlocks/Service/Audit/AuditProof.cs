using System.Runtime.CompilerServices;
using Kind = SocialPolicy.Operations.V1.AuditFinding.Types.Kind;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>Reads a log and its chain from the beginning to the end and finds whatever is not as it was sealed.</summary>
internal static class AuditProof
{
    private const int SegmentsBetweenAnswers = 256;

    private static readonly TimeSpan SealedWithin = TimeSpan.FromMinutes(1);

    /// <summary>All findings in their order, and null after so many segments that somebody may want to hear of it.</summary>
    /// <param name="reading">A moment of log and chain.</param>
    /// <param name="service">Whose chain it is.</param>
    /// <param name="keys">Whose signatures count.</param>
    /// <param name="known">Heads that must be part of the chain.</param>
    /// <param name="so">What has been read so far; filled on the way.</param>
    /// <param name="ct">Gives up.</param>
    public static async IAsyncEnumerable<V1.AuditFinding?> Findings(
        AuditReading reading, string service, AuditKeys keys, IReadOnlyList<AuditHead> known, V1.VerifyAuditResponse so,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var check = new SegmentCheck(service, keys);
        var end = 0L;
        await foreach (var (segment, rows) in reading.Segments(after: 0, ct))
        {
            (so.SegmentCount, so.EntryCount, so.GapCount, end) = (so.SegmentCount + 1, so.EntryCount + rows.Count, so.GapCount + segment.Gaps, segment.LastId);
            foreach (var finding in check.Check(segment, rows))
                yield return finding;
            if (so.SegmentCount % SegmentsBetweenAnswers == 0)
                yield return null;
        }

        foreach (var head in known)
        {
            if (!await reading.Has(head, ct))
                yield return AuditFinding.In(head.Number, Kind.HeadLost, $"The head that was known of segment {head.Number} is not in the chain: its end was cut off or written anew.");
        }

        var behind = await reading.Behind(end, ct);
        so.UnsealedCount = behind.Count;
        await foreach (var row in reading.Rows(end + 1, long.MaxValue).WithCancellation(ct))
        {
            if (!row.Digest.AsSpan().SequenceEqual(row.DigestAs(row.Id)))
                yield return AuditFinding.At(row.Id, Kind.RowEdited, "The digest in the entry is not that of what it says.");
        }

        if (behind.Age > SealedWithin)
            yield return AuditFinding.At(behind.First!.Value, Kind.SealingBehind, $"{behind.Count} entries are not sealed, this one since {behind.Age.Value.TotalSeconds:0} s.");
    }
}
