using System.Globalization;
using System.Net;

namespace SocialPolicy.Documents.Pdf;

/// <summary>Reads what <c>pdftotext -bbox-layout</c> writes: an element to a line, each word with its box.</summary>
internal static class WordBoxes
{
    private const int LongestLine = 64 << 10;

    public static async Task<IReadOnlyList<PdfPage>> Read(StreamReader output, CancellationToken cancellation)
    {
        var pages = new List<PdfPage>();
        await foreach (var line in PdfOutput.Lines(output, LongestLine, cancellation))
        {
            if (line.StartsWith("<page ", StringComparison.Ordinal))
                pages.Add(new([]));
            else if (pages.Count > 0)
                Add(pages[^1].Flows, line);
        }

        return pages;
    }

    private static void Add(List<List<List<PdfWord>>> flows, string line)
    {
        if (line.StartsWith("<flow", StringComparison.Ordinal))
            flows.Add([]);
        else if (line.StartsWith("<line ", StringComparison.Ordinal) && flows.Count > 0)
            flows[^1].Add([]);
        else if (line.StartsWith("<word ", StringComparison.Ordinal) && flows is [.., [.., var words]] && Word(line) is { } word)
            words.Add(word);
    }

    private static PdfWord? Word(string line)
    {
        var from = line.IndexOf('>', StringComparison.Ordinal) + 1;
        var to = line.LastIndexOf("</word>", StringComparison.Ordinal);
        if (from == 0 || to <= from || Number(line, "xMin") is not { } left || Number(line, "yMin") is not { } top
            || Number(line, "xMax") is not { } right || Number(line, "yMax") is not { } bottom)
            return null;
        var text = WebUtility.HtmlDecode(line[from..to]).Replace("\0", "", StringComparison.Ordinal);
        return text.Length == 0 ? null : new(text, new(left, top, right, bottom));
    }

    private static float? Number(string line, string attribute)
    {
        var from = line.IndexOf($"{attribute}=\"", StringComparison.Ordinal) + attribute.Length + 2;
        var to = line.IndexOf('"', from);
        return to > from && float.TryParse(line.AsSpan(from, to - from), CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
