using System.Globalization;
using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.Indicators.Domain.Catalogue;

/// <summary>The code of an indicator: words without diacritics, joined by underscores.</summary>
public static partial class IndicatorCode
{
    /// <summary>Characters of the longest code.</summary>
    public const int Longest = 100;

    private const int LongestWords = 90;
    private const string Opening = "chi_tieu";

    public static bool IsWellFormed(string code) => code.Length <= Longest && WellFormed().IsMatch(code);

    /// <summary>A code made of words, numbered when it is another one's.</summary>
    public static string Of(string words, Func<string, bool> isTaken)
    {
        var code = Cut(string.Join('_', Word().Matches(Diacritics.Without(words)).Select(word => word.Value)));
        if (code.Length == 0 || !char.IsAsciiLetterLower(code[0]))
            code = $"{Opening}_{code}".TrimEnd('_');
        var numbered = code;
        for (var number = 2; isTaken(numbered); number++)
            numbered = string.Create(CultureInfo.InvariantCulture, $"{code}_{number}");
        return numbered;
    }

    // Whole words: half of one would be another.
    private static string Cut(string code)
    {
        if (code.Length <= LongestWords - Opening.Length)
            return code;
        var cut = code[..(LongestWords - Opening.Length)];
        return cut.Contains('_', StringComparison.Ordinal) ? cut[..cut.LastIndexOf('_')] : cut;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WellFormed();

    [GeneratedRegex("[a-z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
