using System.Text;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Search;

/// <summary>A passage in the markup of the screen: what was looked for stands out.</summary>
internal static class MarkedText
{
    private const string Mark = "bold yellow";

    public static string Of(SearchResult.Types.Passage passage)
    {
        var (marked, at) = (new StringBuilder(), 0);
        foreach (var range in passage.Highlights)
        {
            marked.Append(Plain(passage.Text[at..range.Start])).Append($"[{Mark}]").Append(Plain(passage.Text[range.Start..range.End])).Append("[/]");
            at = range.End;
        }

        return marked.Append(Plain(passage.Text[at..])).ToString();
    }

    private static string Plain(string text) => Markup.Escape(text.ReplaceLineEndings(" "));
}
