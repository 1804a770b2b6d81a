using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanText.Citations;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Header;

/// <summary>
/// The title (trích yếu): below the line that names the kind, or behind the kind on that line. Where the page has lost that line, the
/// lines in capitals below number and date are the title; an article has it in its headline.
/// </summary>
internal sealed class TitleReader(Flow flow, Section preamble, bool? isPlanKind)
{
    private const int ShortestBareTitle = 4;

    public string? Read(int kindBlock, int headBlock, string? number)
    {
        if (kindBlock < 0)
            return (isPlanKind is true ? Bare(headBlock) : null) ?? Headline(number);
        var kind = preamble.Blocks[kindBlock];
        var length = HeaderWords.Kinds.Match(flow.Tokens, kind.FirstToken, out _);
        if (kind.EndToken - kind.FirstToken > length)
            return flow.Words(flow.Tokens[kind.FirstToken + length].Start, kind.End);
        return kindBlock + 1 >= preamble.Blocks.Count ? null : From(kindBlock + 1);
    }

    private string From(int block)
    {
        var first = preamble.Blocks[block];
        var last = first;
        foreach (var next in preamble.Blocks.Skip(block + 1).TakeWhile(next => Continues(first, next)))
            last = next;
        return WithoutIssue(flow.Text[first.Content..EndOf(last)].Replace('\n', ' ').Trim());
    }

    private bool Continues(Block first, Block block) =>
        !block.Lines[0].AfterBlank && block.Marker.Kind == MarkerKind.None && !block.Lines[^1].IsClosed && !OpensText(block.FirstToken, block.EndToken)
        && (!first.Lines[0].IsCapitals || block.Lines[0].IsCapitals);

    // In a decision the authority stands below the title, in capitals too; lines set close may join the first sentence to it.
    private int EndOf(Block block)
    {
        foreach (var start in HeadLines.Starts(block).Skip(1).Select(start => block.FirstToken + start).Where(start => start < block.EndToken))
        {
            if (OpensText(start, block.EndToken) && !HeaderWords.Genitives.IsAt(flow.Tokens, start - 1))
                return flow.Tokens[start - 1].End;
        }

        return block.End;
    }

    // "Căn cứ ...", "UBND xã ban hành Kế hoạch ..."; of a decision the authority alone.
    private bool OpensText(int start, int end) =>
        DocumentWords.Bases.IsAt(flow.Tokens, start)
        || (HeaderWords.Authorities.IsAt(flow.Tokens, start) && (isPlanKind is false || HeaderWords.Issues.IsIn(flow.Tokens.AsSpan(start, end - start))));

    // "(Ban hành kèm theo Quyết định số ...)" is no part of the title.
    private static string WithoutIssue(string title)
    {
        var open = title.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && HeaderWords.Attached.IsAt(Tokenizer.Cut(TextFolding.Fold(title[(open + 1)..])), 0) ? title[..open].TrimEnd() : title;
    }

    private string? Bare(int headBlock)
    {
        if (headBlock < 0 || headBlock + 1 >= preamble.Blocks.Count)
            return null;
        var block = preamble.Blocks[headBlock + 1];
        var words = flow.TokensOf(block);
        var isTitle = block.Marker.Kind == MarkerKind.None && block.Lines[0].IsCapitals && words.Length >= ShortestBareTitle && !HeaderWords.Authorities.IsAt(words, 0) && !HeaderWords.Mottos.IsAt(words, 0);
        return isTitle ? From(headBlock + 1) : null;
    }

    // A list of other documents may stand above the head too.
    private string? Headline(string? number)
    {
        var title = preamble.Blocks.FirstOrDefault(block =>
            HeaderWords.Plans.IsAt(flow.Tokens, block.FirstToken) && block.EndToken - block.FirstToken is > 4 and < 120 && !block.Lines[^1].IsClosed && !NamesAnother(block, number));
        return title is null ? null : flow.Words(title.Content, title.End);
    }

    // "Kế hoạch 151/KH-UBND ..." is the title of the document with that number.
    private bool NamesAnother(Block block, string? number)
    {
        var at = block.FirstToken + HeaderWords.Plans.Match(flow.Tokens, block.FirstToken, out _);
        at += at < block.EndToken && flow.Tokens[at].Is("số") ? 1 : 0;
        return number is not null && at < block.EndToken && new SymbolScanner(flow).Match(at, block.EndToken, out var named) > 0 && !string.Equals(named, number, StringComparison.OrdinalIgnoreCase);
    }
}
