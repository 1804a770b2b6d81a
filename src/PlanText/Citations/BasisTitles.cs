using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Citations;

/// <summary>
/// Titles that carry the verb for the documents listed below them: "I. CĂN CỨ PHÁP LÝ", "1. Căn cứ xây dựng kế hoạch", "Căn cứ:".
/// </summary>
internal sealed class BasisTitles(Flow flow, Section section)
{
    private const int LongestTitle = 10;
    private const int Outermost = -2;
    private int? rank = section.Heading is { } heading && DocumentWords.BasisTitles.IsAt(flow.TokensOf(heading), 0) ? Outermost : null;

    /// <summary>Whether a block stands below such a title; blocks are asked for in their order.</summary>
    public bool Holds(Block block)
    {
        if (rank is { } title && (block.Marker.IsNumbered || block.Lines[0].IsCapitals) && Headings.Rank(block.Marker) <= title)
            rank = null;
        if (IsTitle(flow, block))
            rank ??= Headings.Rank(block.Marker);
        return rank is not null;
    }

    private static bool IsTitle(Flow flow, Block block)
    {
        var tokens = flow.TokensOf(block);
        return tokens.Length is > 0 and <= LongestTitle && DocumentWords.BasisTitles.IsAt(tokens, 0)
            && (tokens[^1].Is(":") || ((block.Marker.IsNumbered || block.Lines[0].IsCapitals) && !block.Lines[^1].IsClosed));
    }
}
