using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Documents.Rules;

/// <summary>A document is UTF-8 or UTF-16 text, Markdown, an HTML page, a Word document (.docx) or a PDF.</summary>
public sealed record DocumentsHaveAKnownFormat(bool IsKnown) : IRule
{
    public bool IsBroken => !IsKnown;
    public string Reason => "DOCUMENT_FORMAT_UNKNOWN";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "Only text, Markdown, HTML, Word (.docx) and PDF can be read; save an old .doc, or whatever this is, as .docx first.";
    public string? Field => "chunk";
}

/// <summary>A file is whole, and built as its format asks.</summary>
public sealed record DocumentsAreWhole(bool IsWhole) : IRule
{
    public bool IsBroken => !IsWhole;
    public string Reason => "DOCUMENT_DAMAGED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The file is damaged or was cut off; open it where it was made, save it anew and send that.";
    public string? Field => "chunk";
}

/// <summary>A document opens without a password.</summary>
public sealed record DocumentsAreOpen(bool IsOpen) : IRule
{
    public bool IsBroken => !IsOpen;
    public string Reason => "DOCUMENT_PROTECTED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The document is protected by a password; save it without one and send that.";
    public string? Field => "chunk";
}

/// <summary>
/// Unpacked, a document has at most 200 MB and 4,000,000 elements (as HTML 500,000, not nested without end), and is beyond
/// 20 MB no more than 100 times as large as its file.
/// </summary>
public sealed record DocumentsUnpackModestly(bool IsModest) : IRule
{
    public bool IsBroken => !IsModest;
    public string Reason => "DOCUMENT_UNPACKS_TOO_LARGE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The file unpacks to far more than a document has; save it anew without embedded files and send that.";
    public string? Field => "chunk";
}
