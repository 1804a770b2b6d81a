using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Header;

/// <summary>
/// A decision that issues a plan stands around it: heading, articles and signature come first, then the plan begins with a title of
/// its own ("ban hành kèm theo Quyết định số ...").
/// </summary>
internal static class Envelope
{
    /// <summary>Index of the block that the plan begins with; 0 when nothing is around it.</summary>
    public static int End(Flow flow)
    {
        var (issuing, closed) = (false, false);
        foreach (var block in flow.Blocks)
        {
            var kind = KindOf(flow, block);
            if (kind is true && issuing && closed)
                return block.Index;
            issuing |= kind is false;
            closed |= issuing && (Outline.EndsDocument(flow, block) || SectionWords.Closing.IsAt(flow.TokensOf(block), 0));
        }

        return 0;
    }

    // A line in capitals that names a kind of document and nothing else.
    private static bool? KindOf(Flow flow, Block block)
    {
        var tokens = flow.TokensOf(block);
        var length = HeaderWords.Kinds.Match(tokens, 0, out var plan);
        return length > 0 && length >= tokens.Length - 1 && block.Lines[0].IsCapitals ? plan : null;
    }
}
