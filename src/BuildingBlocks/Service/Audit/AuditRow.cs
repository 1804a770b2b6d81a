using System.Globalization;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>A row of the audit log as it stands in the database.</summary>
internal sealed class AuditRow
{
    public const string Columns = """
        id, recorded_at, at, method, subject, client, agency, act_for, resource, detail, request_id, trace_id, outcome,
        version_before, version_after, digest_of, before_digest, after_digest, digest
        """;

    private const string Format = "audit-row-1";

    public long Id { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset At { get; init; }
    public string Method { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Client { get; init; } = "";
    public string? Agency { get; init; }
    public string? ActFor { get; init; }
    public string? Resource { get; init; }
    public string? Detail { get; init; }
    public Guid? RequestId { get; init; }
    public string? TraceId { get; init; }
    public string Outcome { get; init; } = "";
    public string? VersionBefore { get; init; }
    public string? VersionAfter { get; init; }
    public string? DigestOf { get; init; }
    public byte[]? BeforeDigest { get; init; }
    public byte[]? AfterDigest { get; init; }

    /// <summary>As the database has it.</summary>
    public byte[] Digest { get; init; } = [];

    /// <summary>The digest of what the row says, were this its number: the same as <c>ground.audit_digest</c> computes.</summary>
    public byte[] DigestAs(long id) => Netstrings.Digest(
        Format, Number(id), Microseconds(RecordedAt), Microseconds(At), Method, Subject, Client, Agency, ActFor, Resource, Detail,
        RequestId?.ToString(), TraceId, Outcome, VersionBefore, VersionAfter, DigestOf, Hex(BeforeDigest), Hex(AfterDigest));

    /// <summary>Microseconds since 1970: what PostgreSQL keeps of a time.</summary>
    public static string Microseconds(DateTimeOffset time) => Number((time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Hex(byte[]? digest) => digest is null ? null : Convert.ToHexStringLower(digest);
}
