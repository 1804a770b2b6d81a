using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Domain.Files;

/// <summary>A document has at least one byte.</summary>
public sealed record DocumentsHaveContent(long Size) : IRule
{
    public bool IsBroken => Size == 0;
    public string Reason => "DOCUMENT_EMPTY";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The file has no content.";
    public string? Field => "chunk";
}

/// <summary>A document has at most 20 MiB.</summary>
public sealed record DocumentsFitTheLimit(long Size) : IRule
{
    /// <summary>20 MiB.</summary>
    public const long MaxBytes = 20L << 20;

    public bool IsBroken => Size > MaxBytes;
    public string Reason => "DOCUMENT_TOO_LARGE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A document has at most {MaxBytes >> 20} MiB.";
    public string? Field => "chunk";

    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>
    {
        ["max_bytes"] = MaxBytes.ToString(CultureInfo.InvariantCulture),
    };
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
