using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>
/// The words of a name, folded and joined by single spaces, so that spellings of one name compare equal: abbreviations are
/// written out, and dashes, commas, "&amp;" and "và", which documents exchange freely, are left out, as are asides in brackets.
/// </summary>
internal static partial class NameWords
{
    // "lđ tb xh" is as long as abbreviations come apart.
    private const int LongestRun = 4;

    public static string Of(string name) => string.Join(' ', WrittenOut(Split(name)));

    /// <summary>The words that are left before the last ones; null when the name does not end so or is nothing else.</summary>
    public static string? Before(string words, string ending)
    {
        var left = words.Length - ending.Length - 1;
        return ending.Length > 0 && left > 0 && words[left] == ' ' && words.EndsWith(ending, StringComparison.Ordinal)
            ? words[..left]
            : null;
    }

    /// <summary>The words that are left after the first ones; null when the name does not begin so or is nothing else.</summary>
    public static string? After(string words, string opening) =>
        words.Length > opening.Length + 1 && words[opening.Length] == ' ' && words.StartsWith(opening, StringComparison.Ordinal)
            ? words[(opening.Length + 1)..]
            : null;

    /// <summary>The words as they stand, no abbreviation written out.</summary>
    public static string[] Split(string name) =>
        [.. Word().Matches(TextFolding.Fold(Aside().Replace(name, " "))).Select(x => x.Value).Where(x => x != "và")];

    private static IEnumerable<string> WrittenOut(string[] words)
    {
        for (var start = 0; start < words.Length;)
        {
            var run = Math.Min(LongestRun, words.Length - start);
            string? meaning;
            // However it is cut apart, LĐ-TB&XH, LĐTB&XH and LĐTBXH are the same letters.
            while (!Abbreviations.Meanings.TryGetValue(string.Concat(words[start..(start + run)]), out meaning) && run > 1)
                run--;
            yield return meaning ?? words[start];
            start += run;
        }
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aside();
}
