using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>Only entries of this service's log can be asked for.</summary>
public sealed record AuditEntriesAreWritten(string Name, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "AUDIT_ENTRY_NOT_FOUND";
    public string Message => $"The audit log of this service has no {Name}.";
    public RuleKind Kind => RuleKind.Missing;
    public string Field => "name";
}

/// <summary>Traces are named by 32 lower-case hexadecimal digits (W3C Trace Context).</summary>
public sealed record TracesAreNamedInHex(string TraceId) : IRule
{
    public bool IsBroken => TraceId.Length > 0 && (TraceId.Length != 32 || TraceId.Any(letter => !char.IsAsciiHexDigitLower(letter)));
    public string Reason => "TRACE_ID_MALFORMED";
    public string Message => "A trace id is 32 lower-case hexadecimal digits.";
    public RuleKind Kind => RuleKind.Input;
    public string Field => "trace_id";
}

/// <summary>A head to compare with has the number of a segment and its digest.</summary>
/// <param name="Segment">Its number.</param>
/// <param name="Digest">In hexadecimal digits.</param>
public sealed record HeadsAreWhole(long Segment, string Digest) : IRule
{
    public bool IsBroken => Segment < 1 || Digest.Length != 64 || Digest.Any(letter => !char.IsAsciiHexDigitLower(letter));
    public string Reason => "HEAD_MALFORMED";
    public string Message => "A head is the number of a segment, from 1, and 64 lower-case hexadecimal digits.";
    public RuleKind Kind => RuleKind.Input;
    public string Field => "known_heads";
}

/// <summary>An export goes on behind a segment that is there.</summary>
public sealed record SegmentsAreSealed(long Segment, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "SEGMENT_NOT_FOUND";
    public string Message => string.Create(CultureInfo.InvariantCulture, $"The audit chain of this service has no segment {Segment}.");
    public RuleKind Kind => RuleKind.Missing;
    public string Field => "after_segment";
}
