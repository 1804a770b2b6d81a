using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.Domain.Search.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Search;

/// <summary>What is looked for.</summary>
/// <param name="Terms">Every word, in the order typed.</param>
/// <param name="Number">The number of a document among them, folded, or its beginning: "43/kh-ubnd"; null when there is none.</param>
/// <param name="BesideNumber">The words that are no part of the number.</param>
public sealed record SearchQuery(IReadOnlyList<SearchTerm> Terms, string? Number, IReadOnlyList<SearchTerm> BesideNumber)
{
    private const int LongestQuery = 200;
    private const int MostWords = 20;
    private const int ShortestPrefix = 2;

    /// <summary>Throws FIELD_TOO_LONG, FIELD_REQUIRED, QUERY_WITHOUT_WORDS, QUERY_HAS_TOO_MANY_WORDS.</summary>
    public static SearchQuery Parse(string typed)
    {
        Check.Rule(new TextsFitTheirField("query", typed.Length, LongestQuery));
        Check.Rule(new FieldsAreFilled("query", typed.Trim().Length > 0));
        var parts = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var number = Array.Find(parts, IsNumber);
        var terms = TermsOf(parts, typed);
        Check.Rule(new QueriesHaveWords(terms.Count));
        Check.Rule(new QueriesHaveFewWords(terms.Count, MostWords));
        return new(terms, number is null ? null : TextFolding.Fold(number), TermsOf([.. parts.Where(part => part != number)], typed));
    }

    /// <summary>Whether a word of a text is one of those looked for.</summary>
    public bool Finds(SearchWord word) => Terms.Any(term => term.Fits(word));

    // The last word is taken for unfinished, unless something was typed behind it.
    private static List<SearchTerm> TermsOf(IReadOnlyList<string> parts, string typed)
    {
        var words = SearchWord.In(string.Join(' ', parts));
        var unfinished = char.IsLetterOrDigit(typed[^1]) ? words.Count - 1 : -1;
        return [.. words.Select((word, i) => TermOf(word, i == unfinished))];
    }

    private static SearchTerm TermOf(SearchWord word, bool unfinished) =>
        new(word.Folded, Marked: word.Folded != word.Bare, Prefix: unfinished && word.Folded.Length >= ShortestPrefix);

    // 43/KH-UBND, 42-NQ/TW, 230-KH/HU.
    private static bool IsNumber(string part) => char.IsAsciiDigit(part[0]) && part.Any(char.IsLetter) && part.IndexOfAny(['/', '-']) > 0 && !part.Contains('%', StringComparison.Ordinal);
}
