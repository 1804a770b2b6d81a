namespace SocialPolicy.PlanRegistry.Domain.Search;

/// <summary>A word that is looked for.</summary>
/// <param name="Text">As folded; without diacritics where it was typed without any.</param>
/// <param name="Marked">Typed with diacritics: found with just these. Typed without: found with any.</param>
/// <param name="Prefix">Not typed to its end: words that begin so are found too.</param>
public sealed record SearchTerm(string Text, bool Marked, bool Prefix)
{
    public bool Fits(SearchWord word)
    {
        var form = Marked ? word.Folded : word.Bare;
        return Prefix ? form.StartsWith(Text, StringComparison.Ordinal) : form == Text;
    }
}
