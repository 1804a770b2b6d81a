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
/// <param name="patience">How long the text of one file may take, and its tables after it.</param>
internal sealed class PdfText(PopplerProgram writer, PopplerProgram drawer, TimeSpan patience)
{
    private const string Stdin = "-";
    private const string Stdout = "-";

    // In points: wider and higher than any page, so that none is cut or made smaller to fit the first.
    private const string Paper = "5000";

    // Words and cells with their places take a hundred times the memory of the text alone.
    private const int LongestWithTables = 500_000;
    private const int MostPages = 400;
    private const int MostCells = 100_000;

    // A picture is drawn at its full size, however small its file is.
    private const long MostMemory = 1L << 30;

    public static PdfText Of(PdfOptions options) =>
        new(new(Path.Combine(options.Programs ?? "", "pdftotext")), PopplerProgram.Within(MostMemory, Path.Combine(options.Programs ?? "", "pdftocairo")), options.Patience);

    public async Task<string> Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            var text = await writer.Run(["-enc", "UTF-8", "-eol", "unix", Stdin, Stdout], bytes, PdfOutput.Whole, limit.Token);
            return await WithTables(text, bytes, cancellation) ?? PdfPages.Join(text);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new RuleBroken([new PdfsAreReadInTime(IsRead: false, patience)]);
        }
    }

    // A file whose text was read is not refused for its tables: whatever goes wrong with them, it has none then.
    private async Task<string?> WithTables(string text, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestWithTables)
            return null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            var drawn = await drawer.Run(["-svg", "-paperw", Paper, "-paperh", Paper, "-nocenter", "-noshrink", Stdin, Stdout], bytes, RuledLines.Read, limit.Token);
            if (drawn.Count > MostPages || drawn.Sum(page => page.Sum(grid => (long)grid.Cells)) is 0 or > MostCells)
                return null;
            var words = await writer.Run(["-bbox-layout", "-enc", "UTF-8", "-eol", "unix", Stdin, Stdout], bytes, WordBoxes.Read, limit.Token);
            return drawn.Count == words.Count ? BlockWriter.Write(PdfBlocks.Of(words, drawn)) : null;
        }
        catch (Exception e) when (e is RuleBroken || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }
}
