using SocialPolicy.BuildingBlocks.Domain.Files;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Html;
using SocialPolicy.Documents.Pdf;
using SocialPolicy.Documents.Rules;
using SocialPolicy.Documents.Text;
using SocialPolicy.Documents.Word;

namespace SocialPolicy.Documents;

/// <summary>Reads the text of a document's bytes, in whatever format it came.</summary>
public sealed class DocumentReader(PdfOptions pdf)
{
    private readonly PdfText pages = PdfText.Of(pdf);

    /// <summary>
    /// The text in reading order; offsets into a text or Markdown file are those of its characters without a byte order mark.
    /// What cannot be read throws <see cref="RuleBroken"/> with one of the rules beside this, before memory is taken for
    /// more than the limit.
    /// </summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="fileName">Decides only where the content leaves two readings; may be empty.</param>
    /// <param name="cancellation">Ends the reading of a PDF.</param>
    public async Task<string> Read(ReadOnlyMemory<byte> bytes, string fileName, CancellationToken cancellation)
    {
        Check.Rule(new DocumentsHaveContent(bytes.Length));
        Check.Rule(new DocumentsFitTheLimit(bytes.Length));

        var kind = FileKinds.Of(bytes.Span, fileName);
        Check.Rule(new DocumentsAreOpen(kind is not FileKind.Protected));
        Check.Rule(new DocumentsHaveAKnownFormat(kind is not FileKind.Unknown));
        var text = kind switch
        {
            FileKind.Pdf => await pages.Read(bytes, cancellation),
            FileKind.Archive => WordText.Read(bytes),
            FileKind.Page => HtmlText.Read(bytes.Span),
            _ => PlainText.Decode(bytes.Span),
        };
        Check.Rule(new DocumentsHaveText(text));
        return text;
    }
}
