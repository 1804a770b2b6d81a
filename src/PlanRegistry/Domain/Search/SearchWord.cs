using System.Text;
using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanRegistry.Domain.Search;

/// <summary>A word of a text, with its place.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">UTF-16 offset behind it.</param>
/// <param name="Folded">As folded, with diacritics.</param>
/// <param name="Bare">Without them.</param>
public readonly partial record struct SearchWord(int Start, int End, string Folded, string Bare)
{
    /// <summary>Runs of letters and digits, in the order of the text.</summary>
    public static IReadOnlyList<SearchWord> In(string text) => [.. Word().Matches(text).Where(found => IsSound(found.Value)).Select(found =>
    {
        var folded = TextFolding.Fold(found.Value);
        return new SearchWord(found.Index, found.Index + found.Length, folded, Diacritics.Without(folded));
    })];

    // Half a character has no normal form.
    private static bool IsSound(string word) => !word.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
