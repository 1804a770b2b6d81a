using AngleSharp.Dom;

namespace SocialPolicy.Documents.Html;

/// <summary>
/// Finds the part of a page that is the document: its main element, its only article, then the innermost element that
/// holds nearly all of the paragraphs. A heading or table beside that keeps the wider element: losing the head of a
/// document is worse than keeping a menu.
/// </summary>
internal sealed class MainPart
{
    private const int ShortestParagraph = 80;
    private const double Half = 0.5;
    private const double NearlyAll = 0.95;

    private readonly Dictionary<INode, Weight> weights = [];

    public static IElement Of(IElement body)
    {
        var part = new MainPart();
        NodeWalk.Through(body, part.Enter, part.Leave);
        var scope = part.Only(body, element => element.LocalName == "main" || element.GetAttribute("role") == "main") ?? body;
        scope = part.Only(scope, element => element.LocalName == "article") is { } article && part.KeepsMarks(scope, article) ? article : scope;
        return part.Innermost(scope);
    }

    private bool Enter(INode node)
    {
        if (node is IElement element ? PageElements.IsLeftOut(element) : node is not IText)
            return false;
        weights[node] = new Weight { Text = node is IText text ? text.Data.AsSpan().Trim().Length : 0 };
        return true;
    }

    private void Leave(INode node)
    {
        var own = weights[node];
        if (node is IElement element)
        {
            own.InnerMarks = own.Marks;
            own.Marks += element.LocalName is "h1" or "table" ? 1 : 0;
            if (own is { Paragraphs: 0, Text: >= ShortestParagraph } && element.LocalName is "p" or "li" or "dd" or "td" or "pre")
                own.Paragraphs = own.Text;
        }

        if (node.Parent is { } parent && weights.TryGetValue(parent, out var around))
            around.Add(own);
    }

    // The one element of its sort that holds at least half of the text.
    private IElement? Only(IElement scope, Func<IElement, bool> isSought)
    {
        var found = new List<IElement>();
        NodeWalk.Through(scope, Seek, _ => { });
        return found is [var only] && weights[only].Text >= Half * weights[scope].Text && weights[only].Text > 0 ? only : null;

        bool Seek(INode node)
        {
            if (node is not IElement element || !weights.ContainsKey(node))
                return false;
            if (element == scope || !isSought(element))
                return true;
            found.Add(element);
            return false;
        }
    }

    private IElement Innermost(IElement scope)
    {
        while (scope.ChildNodes.OfType<IElement>().FirstOrDefault(child => IsNearlyAll(scope, child)) is { } inner)
            scope = inner;
        return scope;
    }

    private bool IsNearlyAll(IElement scope, IElement child) =>
        PageElements.IsBlock(child) && child.LocalName is not ("p" or "li" or "ul" or "ol") && weights.TryGetValue(child, out var weight) && weights[scope].Paragraphs > 0
        && weight.Paragraphs >= NearlyAll * weights[scope].Paragraphs && KeepsMarks(scope, child);

    private bool KeepsMarks(IElement scope, IElement inner) => weights[inner].Marks == weights[scope].InnerMarks;

    private sealed class Weight
    {
        public int Text { get; set; }

        public int Paragraphs { get; set; }

        /// <summary>Headings and tables, with the element itself.</summary>
        public int Marks { get; set; }

        public int InnerMarks { get; set; }

        public void Add(Weight child)
        {
            Text += child.Text;
            Paragraphs += child.Paragraphs;
            Marks += child.Marks;
        }
    }
}
