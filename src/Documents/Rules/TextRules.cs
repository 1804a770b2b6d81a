using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Documents.Rules;

/// <summary>A text is UTF-8, or UTF-16 with a byte order mark; old Vietnamese encodings (TCVN3, VNI, Windows-1258) are converted first.</summary>
public sealed record TextsHaveAKnownEncoding(bool IsKnown) : IRule
{
    public bool IsBroken => !IsKnown;
    public string Reason => "DOCUMENT_ENCODING_UNKNOWN";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The text is not in UTF-8 (perhaps in TCVN3, VNI or Windows-1258); save it as UTF-8 and send that.";
    public string? Field => "chunk";
}

/// <summary>The text of a document has at most 2,000,000 characters.</summary>
/// <param name="Length">In UTF-16 code units; of a text that was not read to its end, how many there are at least.</param>
public sealed record TextsAreShortEnoughToRead(int Length) : IRule
{
    /// <summary>Some 700 printed pages; a plan has 10 to 60.</summary>
    public const int MaxLength = 2_000_000;

    public bool IsBroken => Length > MaxLength;
    public string Reason => "DOCUMENT_TEXT_TOO_LONG";
    public RuleKind Kind => RuleKind.Input;
    public string Message => string.Create(CultureInfo.InvariantCulture, $"The text of a document has at most {MaxLength:N0} characters; this has {Length:N0} or more.");
    public string? Field => "chunk";

    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>
    {
        ["length"] = Length.ToString(CultureInfo.InvariantCulture),
        ["max_length"] = MaxLength.ToString(CultureInfo.InvariantCulture),
    };
}

/// <summary>A document has text. A scan is a picture of one: it needs a text layer (OCR) first.</summary>
public sealed record DocumentsHaveText(string Text) : IRule
{
    public bool IsBroken => string.IsNullOrWhiteSpace(Text);
    public string Reason => "DOCUMENT_WITHOUT_TEXT";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The document has no text: it is a scan, which needs a text layer (OCR) before it can be read.";
    public string? Field => "chunk";
}
