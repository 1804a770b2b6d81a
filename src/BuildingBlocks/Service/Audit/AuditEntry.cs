using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>Who did what, when, with which outcome. Names of things and digests, never payloads.</summary>
/// <param name="At">The platform's clock.</param>
/// <param name="Method">Full gRPC method, the consumer, or <c>jobs/{job}</c>.</param>
/// <param name="Caller">Who asked.</param>
/// <param name="Resource">What was touched; null when it was refused before that was known.</param>
/// <param name="Detail">A short word.</param>
/// <param name="RequestId">Of the command, when it carried one.</param>
/// <param name="Outcome"><see cref="Done"/>, or the reason of the refusal.</param>
public sealed record AuditEntry(DateTimeOffset At, string Method, Caller Caller, string? Resource, string? Detail, Guid? RequestId, string Outcome)
{
    /// <summary>The outcome of a command that committed.</summary>
    public const string Done = "DONE";

    /// <summary>The agency that was acted for, when it is not the caller's own: <c>agencies/{agency}</c>.</summary>
    public string? ActFor { get; init; }

    /// <summary>The trace it is part of, 32 lower-case hexadecimal digits; null: the trace of whoever writes the row.</summary>
    public string? TraceId { get; init; }

    /// <summary>Which version it acted on and made, and the digests before and after.</summary>
    public AuditedChange Change { get; init; } = AuditedChange.None;
}

/// <summary>What a command found and what it left.</summary>
/// <param name="VersionBefore">The etag that the caller saw, else that of the row the command held.</param>
/// <param name="VersionAfter">The etag of the answer, else that of the row.</param>
/// <param name="DigestOf"><see cref="OfRow"/> or <see cref="OfAnswer"/>; null without digests.</param>
/// <param name="Before">SHA-256 of the rows as they were when the command took hold of them.</param>
/// <param name="After">SHA-256 of the same rows as the command left them, or of the answer on the wire.</param>
public sealed record AuditedChange(string? VersionBefore, string? VersionAfter, string? DigestOf, byte[]? Before, byte[]? After)
{
    /// <summary>The digests are of the rows that the command held, as it reads them: what one leaves is what the next finds.</summary>
    public const string OfRow = "row";

    /// <summary>The command held nothing: the digest is of what it answered, in Protocol Buffers.</summary>
    public const string OfAnswer = "answer";

    /// <summary>Nothing was changed, or it is not known.</summary>
    public static AuditedChange None { get; } = new(null, null, null, null, null);
}
