namespace SocialPolicy.Documents.Pdf;

/// <summary>Pages as one text: a blank line between them, what belongs to the page left out.</summary>
internal static class PdfPages
{
    public static string Join(string text)
    {
        var pages = text.Replace("\0", "", StringComparison.Ordinal).Split('\f').Select(page => page.Split('\n').Select(line => line.TrimEnd()).ToList()).ToList();
        pages.ForEach(PageLines.Trim);
        PageLines.RemoveFurniture(pages, pages);
        return string.Join("\n\n", pages.Where(page => page.Count > 0).Select(page => string.Join('\n', page)));
    }
}
