namespace SocialPolicy.PlanText.Citations;

/// <summary>
/// How numbers of documents are spelled. A title in capitals has "538/QĐ-TTG" for what is "538/QĐ-TTg" everywhere else.
/// </summary>
internal static class NumberSpelling
{
    private static readonly Dictionary<string, string> Mixed = new[] { "TTg", "CTr", "TTr" }.ToDictionary(part => part.ToUpperInvariant(), StringComparer.Ordinal);

    /// <summary>Of two spellings the one that is not all in capitals.</summary>
    public static string? Better(string? first, string? second) => first is null || (IsCapitals(first) && second is not null && !IsCapitals(second)) ? second : first;

    /// <summary>The customary case of kinds and organs in a number that is all in capitals.</summary>
    public static string? Customary(string? number) =>
        number is null || !IsCapitals(number) ? number : string.Join('/', number.Split('/').Select(side => string.Join('-', side.Split('-').Select(part => Mixed.GetValueOrDefault(part, part)))));

    private static bool IsCapitals(string number) => !number.Any(char.IsLower);
}
