using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Header;

/// <summary>
/// A decision that issues a plan stands around it. Either heading, articles and signature come first, and the plan begins with a title of
/// its own ("ban hành kèm theo Quyết định số ..."); or an article approves the plan "với những nội dung chủ yếu sau đây:" and what
/// follows is the plan.
/// </summary>
internal static class Envelope
{
    private const int ShortestApproval = 6;

    /// <summary>Index of the block that the plan begins with; 0 when nothing is around it.</summary>
    public static int End(Flow flow)
    {
        var (issuing, deciding, closed) = (false, false, false);
        foreach (var block in flow.Blocks)
        {
            if (issuing && closed && IsTitleOfPlan(flow, block))
                return block.Index;
            if (deciding && !closed && Approves(flow, block) && HasContent(flow, block.Index + 1))
                return block.Index + 1;
            issuing |= IsHead(flow, block);
            deciding |= issuing && HeaderWords.Decisions.IsAt(flow.TokensOf(block), 0);
            closed |= issuing && (Outline.EndsDocument(flow, block) || SectionWords.Closing.IsAt(flow.TokensOf(block), 0));
        }

        return 0;
    }

    // A line in capitals that names another kind of document and nothing else.
    private static bool IsHead(Flow flow, Block block)
    {
        var tokens = flow.TokensOf(block);
        var length = HeaderWords.Kinds.Match(tokens, 0, out var plan);
        return length > 0 && !plan && length >= tokens.Length - 1 && block.Lines[0].IsCapitals;
    }

    // Behind the signature the words of the title may go on in the line that names the kind.
    private static bool IsTitleOfPlan(Flow flow, Block block) =>
        block.Lines[0].IsCapitals && HeaderWords.Kinds.Match(flow.TokensOf(block), 0, out var plan) > 0 && plan;

    // "Điều 1. Phê duyệt Chương trình ..., với các nội dung chính như sau:"
    private static bool Approves(Flow flow, Block block)
    {
        var tokens = flow.TokensOf(block);
        if (tokens.Length < ShortestApproval || !HeaderWords.Articles.IsAt(tokens, 0) || !tokens[^1].Is(":"))
            return false;
        var plan = HeaderWords.Approves.Find(tokens, out _, out var length) + length;
        while (length > 0 && plan < tokens.Length && HeaderWords.Approved.Match(tokens, plan, out _) is var skipped and > 0)
            plan += skipped;
        return length > 0 && HeaderWords.Plans.IsAt(tokens, plan);
    }

    // Parts of the plan follow before the next article.
    private static bool HasContent(Flow flow, int from)
    {
        for (var i = from; i < flow.Blocks.Count; i++)
        {
            var block = flow.Blocks[i];
            if (HeaderWords.Articles.IsAt(flow.TokensOf(block), 0))
                return false;
            if (block.Marker.IsNumbered && SectionWords.Headings.IsIn(flow.TokensOf(block)))
                return true;
        }

        return false;
    }
}
