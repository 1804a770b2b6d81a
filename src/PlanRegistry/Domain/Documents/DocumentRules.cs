using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>The register takes plans (kế hoạch) and action programmes (chương trình hành động), nothing else.</summary>
public sealed record DocumentsArePlans(bool IsPlan) : IRule
{
    public bool IsBroken => !IsPlan;
    public string Reason => "DOCUMENT_NOT_A_PLAN";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The document is neither a plan (kế hoạch) nor an action programme (chương trình hành động).";
    public string? Field => "chunk";
}

/// <summary>The bytes that arrive are those whose SHA-256 was announced: send the file again.</summary>
public sealed record DocumentsArriveIntact(string Announced, string Received) : IRule
{
    public bool IsBroken => Announced.Length > 0 && !Announced.Equals(Received, StringComparison.OrdinalIgnoreCase);
    public string Reason => "DOCUMENT_HASH_MISMATCH";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The bytes that arrived are not those the SHA-256 was taken of; send the file again.";
    public string? Field => "file.sha256";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["received_sha256"] = Received };
}

/// <summary>The first message describes the file, every other one carries a chunk of at most 1 MiB.</summary>
public sealed record FilesArriveInOrder(bool InOrder) : IRule
{
    public bool IsBroken => !InOrder;
    public string Reason => "DOCUMENT_STREAM_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The first message describes the file, every other one carries a chunk of at most 1 MiB.";
    public string? Field => "content";
}
