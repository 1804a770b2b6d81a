using SocialPolicy.PlanText.Targets;

namespace SocialPolicy.PlanText.Layout;

/// <summary>How headings nest, and where they end when their content follows on the same line.</summary>
internal static class Headings
{
    private const int Longest = 200;
    private const int FarthestColon = 24;
    private const int RankOfLetters = 20;

    /// <summary>The lower, the further out.</summary>
    public static int Rank(Marker marker) => marker.Kind switch
    {
        MarkerKind.Part => -1,
        MarkerKind.Capital => 0,
        MarkerKind.Roman => 1,
        MarkerKind.Arabic => 1 + marker.Depth,
        _ => RankOfLetters,
    };

    /// <summary>The numbering of a heading under another: "1.1" carries the label of that already; "a" and numbers that start anew do not.</summary>
    public static string Numbering(Marker marker, string? parent, string parentLabel) => parent switch
    {
        null => marker.Label,
        _ when marker.Depth > 1 && marker.Label.StartsWith(parentLabel + ".", StringComparison.Ordinal) => parent + marker.Label[parentLabel.Length..],
        _ => $"{parent}.{marker.Label}",
    };

    /// <summary>A heading with its content on the same line ends at the colon; the token behind its end.</summary>
    public static int End(Flow flow, Block block, int from)
    {
        for (var i = Math.Max(from, block.FirstToken + 1); i < block.EndToken - 1 && i <= from + FarthestColon; i++)
        {
            if (flow.Tokens[i].Is(":"))
                return i + 1;
            if (flow.Tokens[i].Is(";") || ClauseSplitter.EndsSentence(flow, i, block.EndToken))
                break;
        }

        return block.EndToken;
    }

    /// <summary>Whether a numbered block is a sentence of its own and no heading.</summary>
    public static bool IsSentence(Flow flow, Block block) =>
        block.End - block.Content > Longest || flow.Tokens[block.EndToken - 1].Text is "." or ";" || HoldsSentenceEnd(flow, block);

    /// <summary>Whether a sentence ends inside a block.</summary>
    public static bool HoldsSentenceEnd(Flow flow, Block block)
    {
        for (var i = block.FirstToken; i < block.EndToken - 1; i++)
        {
            if (flow.Tokens[i].Is(";") || ClauseSplitter.EndsSentence(flow, i, block.EndToken))
                return true;
        }

        return false;
    }
}
