using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Owners;

/// <summary>
/// Finds which sentence of the section on organisation speaks of an item. Pairs of neighbouring words are compared, for single
/// Vietnamese syllables say little; a pair counts the more the fewer sentences have it.
/// </summary>
internal sealed class DutyWords
{
    private const int FewestShared = 3;

    private readonly List<Sentence> sentences;
    private readonly Dictionary<string, double> weights;

    public DutyWords(IReadOnlyList<PlanOrganisationDuty> duties)
    {
        sentences = [.. duties.SelectMany(duty => duty.Items.Select(item => new Sentence(duty, item, Pairs(item), PolicyTheme.Of(item))))];
        weights = sentences.SelectMany(sentence => sentence.Pairs).CountBy(pair => pair)
            .ToDictionary(pair => pair.Key, pair => Math.Log(1 + (double)sentences.Count / pair.Value), StringComparer.Ordinal);
    }

    /// <summary>The sentences that share words with the item, and which part, from 0 to 1, of what the section says of the item stands there; the best first.</summary>
    public IEnumerable<(PlanOrganisationDuty Duty, string Quote, double Share)> About(OwnableItem item)
    {
        var known = Pairs(item.Words).Where(weights.ContainsKey).ToList();
        var all = known.Sum(pair => weights[pair]);
        return from sentence in sentences
               let shared = known.Where(sentence.Pairs.Contains).ToList()
               where shared.Count >= FewestShared
               let share = shared.Sum(pair => weights[pair]) / all
               orderby share descending
               select (sentence.Duty, Printed.Shortened(sentence.Text), share);
    }

    /// <summary>The first sentence of each duty that is of the field of policy.</summary>
    public IEnumerable<(PlanOrganisationDuty Duty, string Quote)> OfTheme(string theme) => sentences
        .Where(sentence => sentence.Theme == theme).DistinctBy(sentence => sentence.Duty).Select(sentence => (sentence.Duty, Printed.Shortened(sentence.Text)));

    private static HashSet<string> Pairs(string text)
    {
        var words = NameWords.Split(text);
        return words.Zip(words.Skip(1), (first, second) => $"{first} {second}").ToHashSet(StringComparer.Ordinal);
    }

    private sealed record Sentence(PlanOrganisationDuty Duty, string Text, HashSet<string> Pairs, string? Theme);
}
