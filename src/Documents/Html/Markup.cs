namespace SocialPolicy.Documents.Html;

/// <summary>Whether a text is an HTML page, told by the first element it opens.</summary>
internal static class Markup
{
    // What only a page begins with.
    private static readonly string[] Pages = ["!doctype html", "html", "head", "body", "title", "meta"];

    // What Markdown may begin with as well.
    private static readonly string[] Pieces =
    [
        "div", "p", "table", "article", "main", "section", "header", "nav", "span", "center", "font", "ul", "ol", "h1", "h2", "h3", "b", "strong", "br", "style", "script", "link", "base", "form",
    ];

    private static readonly string[] MarkdownNames = [".md", ".markdown"];
    private static readonly string[] PageNames = [".html", ".htm", ".xhtml"];

    /// <summary>Text, Page, or Unknown for XML that is no page.</summary>
    public static FileKind KindOf(string opening, string extension)
    {
        var content = opening.AsSpan().TrimStart();
        var isXml = content.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
        content = AfterDeclarations(content);
        if (Opens(content, Pages))
            return FileKind.Page;
        if (isXml)
            return FileKind.Unknown;
        if (Opens(content, Pieces))
            return IsOneOf(extension, MarkdownNames) ? FileKind.Text : FileKind.Page;
        return IsOneOf(extension, PageNames) && content.Contains("</", StringComparison.Ordinal) ? FileKind.Page : FileKind.Text;
    }

    // Comments and instructions may stand before the first element.
    private static ReadOnlySpan<char> AfterDeclarations(ReadOnlySpan<char> content)
    {
        while (true)
        {
            var close = content.StartsWith("<!--", StringComparison.Ordinal) ? "-->" : content.StartsWith("<?", StringComparison.Ordinal) ? "?>" : "";
            var end = close.Length == 0 ? -1 : content.IndexOf(close, StringComparison.Ordinal);
            if (end < 0)
                return content;
            content = content[(end + close.Length)..].TrimStart();
        }
    }

    private static bool Opens(ReadOnlySpan<char> content, string[] names)
    {
        if (content.IsEmpty || content[0] != '<')
            return false;
        foreach (var name in names)
        {
            var end = name.Length + 1;
            if (content.Length > end && content[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && (content[end] is '>' or '/' || char.IsWhiteSpace(content[end])))
                return true;
        }

        return false;
    }

    private static bool IsOneOf(string extension, string[] names) => names.Contains(extension, StringComparer.OrdinalIgnoreCase);
}
