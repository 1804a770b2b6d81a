using AngleSharp.Dom;

namespace SocialPolicy.Documents.Html;

/// <summary>What the elements of a page are to its reader.</summary>
internal static class PageElements
{
    private static readonly HashSet<string> Left = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "head", "title", "iframe", "object", "embed", "svg", "canvas",
        "video", "audio", "map", "button", "select", "textarea", "input", "datalist", "dialog", "noframes", "rp", "rt",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "h1", "h2",
        "h3", "h4", "h5", "h6", "hgroup", "hr", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "ul",
    };

    /// <summary>Neither it nor anything inside is read.</summary>
    public static bool IsLeftOut(IElement element) => Left.Contains(element.LocalName) || element.HasAttribute("hidden") || IsStyled(element, "display:none") || IsStyled(element, "visibility:hidden");

    /// <summary>It stands on lines of its own.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    public static bool IsCentred(IElement element) =>
        element.LocalName is "center" || string.Equals(element.GetAttribute("align"), "center", StringComparison.OrdinalIgnoreCase) || IsStyled(element, "text-align:center");

    private static bool IsStyled(IElement element, string declaration) =>
        element.GetAttribute("style") is { Length: > 0 } style
        && string.Concat(style.Where(sign => !char.IsWhiteSpace(sign))).Contains(declaration, StringComparison.OrdinalIgnoreCase);
}
