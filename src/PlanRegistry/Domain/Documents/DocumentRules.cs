using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Documents;

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

/// <summary>The text of a document has at most 2,000,000 characters.</summary>
public sealed record TextsAreShortEnoughToRead(int Length) : IRule
{
    /// <summary>Some 700 printed pages; a plan has 10 to 60.</summary>
    public const int MaxLength = 2_000_000;

    public bool IsBroken => Length > MaxLength;
    public string Reason => "DOCUMENT_TEXT_TOO_LONG";
    public RuleKind Kind => RuleKind.Input;
    public string Message => string.Create(CultureInfo.InvariantCulture, $"The text of a document has at most {MaxLength:N0} characters; this has {Length:N0}.");
    public string? Field => "chunk";

    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>
    {
        ["length"] = Length.ToString(CultureInfo.InvariantCulture),
        ["max_length"] = MaxLength.ToString(CultureInfo.InvariantCulture),
    };
}

/// <summary>A document is plain text in UTF-8, with or without a byte order mark.</summary>
public sealed record DocumentsAreText(bool IsText) : IRule
{
    public bool IsBroken => !IsText;
    public string Reason => "DOCUMENT_NOT_TEXT";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "Only plain text in UTF-8 can be read; save the document as text first.";
    public string? Field => "chunk";
}

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
