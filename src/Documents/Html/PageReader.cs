using System.Globalization;
using AngleSharp.Dom;
using SocialPolicy.Documents.Blocks;

namespace SocialPolicy.Documents.Html;

/// <summary>Reads the blocks of a page as a browser would lay them out.</summary>
internal sealed class PageReader(BlockBuilder blocks)
{
    private readonly ListMarkers lists = new();
    private int centred;
    private int preformatted;

    public void Read(IElement part) => NodeWalk.Through(part, Enter, Leave);

    private bool Enter(INode node)
    {
        if (node is IText text)
            Take(text.Data);
        if (node is not IElement element || PageElements.IsLeftOut(element))
            return false;
        if (PageElements.IsBlock(element))
            EndParagraph();
        Begin(element);
        centred += PageElements.IsCentred(element) ? 1 : 0;
        return true;
    }

    private void Begin(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                blocks.Break();
                break;
            case "pre":
                preformatted++;
                break;
            case "ul" or "ol" or "menu" or "dir":
                lists.Begin(element);
                break;
            case "li":
                lists.Item(element);
                break;
            case "table":
                EndParagraph();
                blocks.BeginTable();
                break;
            case "tr":
                blocks.BeginRow();
                break;
            case "td" or "th":
                blocks.BeginCell(Span(element, "colspan"), Span(element, "rowspan"));
                break;
        }
    }

    private void Leave(INode node)
    {
        var element = (IElement)node;
        if (PageElements.IsBlock(element) || element.LocalName is "td" or "th")
            EndParagraph();
        centred -= PageElements.IsCentred(element) ? 1 : 0;
        switch (element.LocalName)
        {
            case "pre":
                preformatted--;
                break;
            case "ul" or "ol" or "menu" or "dir":
                lists.End();
                break;
            case "table":
                blocks.EndTable();
                break;
            case "tr":
                blocks.EndRow();
                break;
            case "td" or "th":
                blocks.EndCell();
                break;
        }
    }

    private void EndParagraph()
    {
        if (blocks.EndParagraph(lists.Pending, centred > 0))
            lists.Used();
    }

    // Blanks fold into one, and none stands at the beginning of a line.
    private void Take(string text)
    {
        if (preformatted > 0)
        {
            blocks.Append(text);
            return;
        }

        for (var at = 0; at < text.Length;)
        {
            var blank = text.AsSpan(at).IndexOfAny(" \t\r\n\f");
            var end = blank < 0 ? text.Length : at + blank;
            blocks.Append(text.AsSpan(at, end - at));
            at = end + 1;
            if (blank >= 0 && blocks.Last is not (' ' or '\n'))
                blocks.Append(" ");
        }
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? span : 1;
}
