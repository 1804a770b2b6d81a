using SocialPolicy.PlanRegistry.Domain.Search;

namespace SocialPolicy.PlanRegistry.Service.Search;

/// <summary>Terms in the database's language for queries of text. They hold letters and digits alone, so nothing has to be escaped.</summary>
internal static class TextQueries
{
    /// <summary>All of them, anywhere.</summary>
    public static string All(IReadOnlyList<SearchTerm> terms) => Join(terms, " & ");

    /// <summary>One behind the other.</summary>
    public static string Phrase(IReadOnlyList<SearchTerm> terms) => Join(terms, " <-> ");

    private static string Join(IReadOnlyList<SearchTerm> terms, string by) => string.Join(by, terms.Select(term => $"'{term.Text}'{(term.Prefix ? ":*" : "")}"));
}
