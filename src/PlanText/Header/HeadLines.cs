using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Header;

/// <summary>The lines of a head in capitals, which were joined into one block.</summary>
internal static class HeadLines
{
    /// <summary>Where each line begins, counted in tokens from the first of the block.</summary>
    public static List<int> Starts(Block block)
    {
        var starts = new List<int>();
        var at = 0;
        foreach (var line in block.Lines)
        {
            starts.Add(at);
            at += Tokenizer.Cut(TextFolding.Fold(line.Text[line.Marker.Length..])).Length;
        }

        return starts;
    }
}
