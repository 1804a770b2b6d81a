namespace SocialPolicy.Documents;

/// <summary>How PDF files are read: the configuration <c>Pdf</c>.</summary>
public sealed class PdfOptions
{
    /// <summary>Where poppler's programs <c>pdftotext</c> and <c>pdftocairo</c> are; without it they are found as all programs are.</summary>
    public string? Programs { get; set; }

    /// <summary>How long the text of one file may take, and its tables after it.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(1);
}
