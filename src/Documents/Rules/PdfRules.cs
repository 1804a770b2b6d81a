using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Documents.Rules;

/// <summary>PDF files are read where the program <c>pdftotext</c> is: the package <c>poppler-utils</c> of the distribution.</summary>
public sealed record PdfsAreReadWhereTheirReaderIs(bool IsThere) : IRule
{
    public bool IsBroken => !IsThere;
    public string Reason => "PDF_CANNOT_BE_READ_HERE";
    public string Message => "PDF files cannot be read here, because pdftotext is missing: install the package poppler-utils, or send the document as .docx.";
}

/// <summary>A PDF is read within the time that the installation gives one: a minute, unless it says otherwise.</summary>
public sealed record PdfsAreReadInTime(bool IsRead, TimeSpan Patience) : IRule
{
    public bool IsBroken => !IsRead;
    public string Reason => "DOCUMENT_TAKES_TOO_LONG";
    public RuleKind Kind => RuleKind.Limit;
    public string Message => string.Create(
        CultureInfo.InvariantCulture, $"Reading the PDF took more than {Patience.TotalSeconds:0.#} s and was given up; print it to a new PDF, or send the document as .docx.");
}
