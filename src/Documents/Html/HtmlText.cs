using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Blocks;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Html;

/// <summary>The text of a page's main part. Nothing is run and nothing is fetched.</summary>
internal static class HtmlText
{
    private const int MostElements = 500_000;

    // The parser keeps no element deeper than 511; opening ever more of them costs it more each time.
    private const int Deep = 500;
    private const int MostSamplesDeep = 200;
    private const int SampleEvery = 64;

    public static string Read(ReadOnlySpan<byte> bytes)
    {
        using var page = Parse(PageEncoding.Decode(bytes));
        var blocks = new BlockBuilder();
        if (page.Body is { } body)
            new PageReader(blocks).Read(MainPart.Of(body));
        return BlockWriter.Write(blocks.Finish());
    }

    private static IHtmlDocument Parse(string text)
    {
        OpenFormatting.MustBeModest(text);
        var (created, deep) = (0, 0);
        IElement? last = null;
        return new HtmlParser(new HtmlParserOptions { IsScripting = false, OnCreated = (element, _) => Count(element) }).ParseDocument(text);

        void Count(IElement element)
        {
            // An element has its place only when the next one is made.
            if (++created % SampleEvery == 0 && last is not null && IsDeep(last))
                deep++;
            last = element;
            Check.Rule(new DocumentsUnpackModestly(created <= MostElements && deep <= MostSamplesDeep));
        }
    }

    private static bool IsDeep(INode node)
    {
        var depth = 0;
        for (var parent = node.Parent; parent is not null && depth < Deep; parent = parent.Parent)
            depth++;
        return depth >= Deep;
    }
}
