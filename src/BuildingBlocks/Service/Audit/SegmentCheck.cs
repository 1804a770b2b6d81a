using Kind = SocialPolicy.Operations.V1.AuditFinding.Types.Kind;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>Compares a segment with the one before it, with its keys, and with the rows that stand in its range.</summary>
/// <param name="service">Whose chain it is.</param>
/// <param name="keys">Whose signatures count.</param>
internal sealed class SegmentCheck(string service, AuditKeys keys)
{
    private AuditHead before = AuditHead.Beginning;

    /// <summary>What is not as it was sealed. Segments come in the order of their numbers.</summary>
    public IEnumerable<V1.AuditFinding> Check(AuditSegment segment, IReadOnlyList<AuditRow> rows)
    {
        var follows = before;
        before = new(segment.Number, segment.LastId, segment.Head);
        return [.. Link(segment, follows), .. Rows(segment, rows)];
    }

    private IEnumerable<V1.AuditFinding> Link(AuditSegment segment, AuditHead follows)
    {
        if (segment.Number != follows.Number + 1)
            yield return AuditFinding.In(follows.Number + 1, Kind.ChainBroken, $"The chain goes from segment {follows.Number} to {segment.Number}: what is between is gone.");
        else if (!segment.Previous.AsSpan().SequenceEqual(follows.Digest) || segment.FirstId != follows.LastId + 1)
            yield return AuditFinding.In(segment.Number, Kind.ChainBroken, $"Segment {segment.Number} does not follow from the one before it.");
        if (!segment.Head.AsSpan().SequenceEqual(segment.ComputeHead(service)))
            yield return AuditFinding.In(segment.Number, Kind.ChainBroken, $"Segment {segment.Number} says something else than when it was sealed.");
        if (!keys.Signed(segment))
            yield return AuditFinding.In(segment.Number, Kind.HeadNotSigned, $"The head of segment {segment.Number} is not signed by a key of this service.");
    }

    private static IEnumerable<V1.AuditFinding> Rows(AuditSegment segment, IReadOnlyList<AuditRow> rows)
    {
        var standing = rows.ToDictionary(row => row.Id);
        for (var index = 0; index < segment.Ids.Length; index++)
        {
            if (!standing.Remove(segment.Ids[index], out var row))
                yield return AuditFinding.At(segment.Ids[index], Kind.RowRemoved, "The entry was sealed and is gone.");
            else if (Compare(segment, index, row) is { } finding)
                yield return finding;
        }

        // What stands before the range is that of a segment that is gone, unless there can be none.
        foreach (var row in standing.Values.Where(row => row.Id >= segment.FirstId || segment.Number == 1).OrderBy(row => row.Id))
            yield return AuditFinding.At(row.Id, Kind.RowInserted, "There was no entry of this number when it was sealed.");
    }

    private static V1.AuditFinding? Compare(AuditSegment segment, int index, AuditRow row)
    {
        var digest = row.DigestAs(row.Id);
        if (segment.DigestAt(index).SequenceEqual(digest))
            return row.Digest.AsSpan().SequenceEqual(digest) ? null : AuditFinding.At(row.Id, Kind.RowEdited, "The digest in the entry is not that of what it says.");

        for (var other = 0; other < segment.Ids.Length; other++)
        {
            if (other != index && segment.DigestAt(other).SequenceEqual(row.DigestAs(segment.Ids[other])))
                return AuditFinding.At(row.Id, Kind.RowMoved, $"What stands here was sealed as {AuditService.EntryName(segment.Ids[other])}.");
        }

        return AuditFinding.At(row.Id, Kind.RowEdited, "The entry says something else than when it was sealed.");
    }
}
