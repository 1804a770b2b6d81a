using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>A line of an exported audit log: all that its digest is of, in the words the digest has them.</summary>
/// <param name="Json">Without the end of line.</param>
/// <param name="IsRow">An entry, and no segment or beginning.</param>
internal sealed record AuditLine(byte[] Json, bool IsRow)
{
    private const string Format = "audit-export-1";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static AuditLine Beginning(string service, DateTimeOffset at, long after) => Of(new JsonObject
    {
        ["line"] = "beginning",
        ["format"] = Format,
        ["service"] = service,
        ["exported_at"] = AuditRow.Microseconds(at),
        ["after_segment"] = after,
    });

    public static AuditLine Of(AuditSegment segment) => Of(new JsonObject
    {
        ["line"] = "segment",
        ["number"] = segment.Number,
        ["first_id"] = segment.FirstId,
        ["last_id"] = segment.LastId,
        ["ids"] = new JsonArray([.. segment.Ids.Select(id => JsonValue.Create(id))]),
        ["digests"] = Hex(segment.Digests),
        ["previous"] = Hex(segment.Previous),
        ["sealed_at"] = AuditRow.Microseconds(segment.SealedAt),
        ["head"] = Hex(segment.Head),
        ["key_id"] = segment.KeyId,
        ["signature"] = Hex(segment.Signature),
    });

    public static AuditLine Of(AuditRow row) => Of(
        new JsonObject
        {
            ["line"] = "entry",
            ["id"] = row.Id,
            ["recorded_at"] = AuditRow.Microseconds(row.RecordedAt),
            ["at"] = AuditRow.Microseconds(row.At),
            ["method"] = row.Method,
            ["subject"] = row.Subject,
            ["client"] = row.Client,
            ["agency"] = row.Agency,
            ["act_for"] = row.ActFor,
            ["resource"] = row.Resource,
            ["detail"] = row.Detail,
            ["request_id"] = row.RequestId?.ToString(),
            ["trace_id"] = row.TraceId,
            ["outcome"] = row.Outcome,
            ["version_before"] = row.VersionBefore,
            ["version_after"] = row.VersionAfter,
            ["digest_of"] = row.DigestOf,
            ["before_digest"] = Hex(row.BeforeDigest),
            ["after_digest"] = Hex(row.AfterDigest),
            ["digest"] = Hex(row.Digest),
        },
        isRow: true);

    private static AuditLine Of(JsonObject line, bool isRow = false) => new(JsonSerializer.SerializeToUtf8Bytes(line, Plain), isRow);

    private static string? Hex(byte[]? bytes) => bytes is null ? null : Convert.ToHexStringLower(bytes);
}
