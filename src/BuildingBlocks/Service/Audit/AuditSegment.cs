namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>A link of the chain: a range of ids, which of them are rows, the digest of each, and the head before it.</summary>
internal sealed class AuditSegment
{
    public const int DigestLength = 32;

    private const string Format = "audit-segment-1";

    /// <summary>What the first segment has before it.</summary>
    public static readonly byte[] Beginning = new byte[DigestLength];

    public long Number { get; init; }
    public long FirstId { get; init; }
    public long LastId { get; init; }
    public long[] Ids { get; init; } = [];
    public byte[] Digests { get; init; } = [];
    public byte[] Previous { get; init; } = [];
    public byte[] Head { get; init; } = [];
    public string? KeyId { get; init; }
    public byte[]? Signature { get; init; }
    public DateTimeOffset SealedAt { get; init; }

    /// <summary>Ids in the range that were no rows when it was sealed.</summary>
    public long Gaps => LastId - FirstId + 1 - Ids.Length;

    public ReadOnlySpan<byte> DigestAt(int index) => Digests.AsSpan(index * DigestLength, DigestLength);

    /// <summary>The head as it follows from everything else in the segment but the signature.</summary>
    /// <param name="service">Whose chain it is: a segment of another service fits nowhere.</param>
    public byte[] ComputeHead(string service) => Netstrings.Digest(
        Format, service, AuditRow.Number(Number), AuditRow.Number(FirstId), AuditRow.Number(LastId), string.Join(',', Ids.Select(AuditRow.Number)),
        Convert.ToHexStringLower(Digests), Convert.ToHexStringLower(Previous), AuditRow.Microseconds(SealedAt));
}

/// <summary>How far a chain has got.</summary>
/// <param name="Number">Of its last segment; 0 before the first.</param>
/// <param name="LastId">The last id it covers.</param>
/// <param name="Digest">The head of that segment.</param>
internal sealed record AuditHead(long Number, long LastId, byte[] Digest)
{
    /// <summary>A chain that has not begun.</summary>
    public static AuditHead Beginning { get; } = new(0, 0, AuditSegment.Beginning);
}
