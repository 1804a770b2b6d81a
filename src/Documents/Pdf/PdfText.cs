using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Blocks;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Pdf;

/// <summary>
/// The text layer of a PDF through poppler's <c>pdftotext</c>. Where the pages draw the lines of tables (seen by poppler's
/// <c>pdftocairo</c>), the words between them become rows of cells again.
/// </summary>
/// <param name="writer">Writes the text.</param>
/// <param name="drawer">Draws the pages.</param>
/// <param name="patience">How long one file may take.</param>
internal sealed class PdfText(PopplerProgram writer, PopplerProgram drawer, TimeSpan patience)
{
    private const string Stdin = "-";
    private const string Stdout = "-";

    // The words of a longer text take too much memory, each with its place on the page.
    private const int LongestWithTables = 2_000_000;

    public static PdfText Here { get; } = new(new("pdftotext"), new("pdftocairo"), TimeSpan.FromSeconds(60));

    public async Task<string> Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            var text = await writer.Run(["-enc", "UTF-8", "-eol", "unix", Stdin, Stdout], bytes, PdfOutput.Whole, limit.Token);
            var drawn = string.IsNullOrWhiteSpace(text) || text.Length > LongestWithTables ? [] : await Grids(bytes, limit.Token);
            if (!drawn.Any(page => page.Count > 0))
                return PdfPages.Join(text);
            var words = await writer.Run(["-bbox-layout", "-enc", "UTF-8", "-eol", "unix", Stdin, Stdout], bytes, WordBoxes.Read, limit.Token);
            return drawn.Count == words.Count ? BlockWriter.Write(PdfBlocks.Of(words, drawn)) : PdfPages.Join(text);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new RuleBroken([new PdfsAreReadInTime(IsRead: false)]);
        }
    }

    // A file whose text was read is not refused for its drawings: it has no tables then. They may take a third of the time, which
    // leaves enough for the words.
    private async Task<IReadOnlyList<IReadOnlyList<RuledGrid>>> Grids(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience / 3);
        try
        {
            return await drawer.Run(["-svg", Stdin, Stdout], bytes, RuledLines.Read, limit.Token);
        }
        catch (Exception e) when (e is RuleBroken || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return [];
        }
    }
}
