using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanText.Comparing;

/// <summary>Two items that say something of the same thing; one of them is null where the other has no counterpart.</summary>
public readonly record struct Pair<T>(T? Before, T? After) where T : class;

/// <summary>
/// Finds which item of one version of a plan is which of another. Numbers change and words are polished, so items belong together
/// whose words are the same or mostly the same; each item belongs to one other at most.
/// </summary>
public static class Pairing
{
    private const double LeastAlike = 0.55;

    // A pair of lists with more leftovers than this is of two different documents.
    private const int MostCompared = 2_000;

    /// <summary>
    /// Every item of both lists once: pairs in the order of <paramref name="before"/>, then what is only in <paramref name="after"/>.
    /// </summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later one.</param>
    /// <param name="words">What an item is about, without its value.</param>
    public static IReadOnlyList<Pair<T>> Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> words) where T : class
    {
        var partners = new int?[before.Count];
        var taken = new bool[after.Count];
        PairSame(before.Select(item => Key(words(item))).ToList(), after.Select(item => Key(words(item))).ToList(), partners, taken);
        PairAlike(before.Select(item => WordsOf(words(item))).ToList(), after.Select(item => WordsOf(words(item))).ToList(), partners, taken);
        return
        [
            .. before.Select((item, i) => new Pair<T>(item, partners[i] is { } partner ? after[partner] : null)),
            .. after.Where((_, i) => !taken[i]).Select(item => new Pair<T>(null, item)),
        ];
    }

    private static void PairSame(List<string> before, List<string> after, int?[] partners, bool[] taken)
    {
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < after.Count; i++)
        {
            if (!places.TryGetValue(after[i], out var queue))
                places[after[i]] = queue = new();
            queue.Enqueue(i);
        }

        for (var i = 0; i < before.Count; i++)
        {
            if (places.TryGetValue(before[i], out var queue) && queue.TryDequeue(out var at))
                (partners[i], taken[at]) = (at, true);
        }
    }

    private static void PairAlike(List<HashSet<string>> before, List<HashSet<string>> after, int?[] partners, bool[] taken)
    {
        var left = Enumerable.Range(0, before.Count).Where(i => partners[i] is null).Take(MostCompared).ToList();
        var right = Enumerable.Range(0, after.Count).Where(i => !taken[i]).Take(MostCompared).ToList();
        var candidates =
            from i in left
            from j in right
            let alike = Alike(before[i], after[j])
            where alike >= LeastAlike
            orderby alike descending, Math.Abs(i - j), i, j
            select (i, j);
        foreach (var (i, j) in candidates)
        {
            if (partners[i] is null && !taken[j])
                (partners[i], taken[j]) = (j, true);
        }
    }

    private static string Key(string words) => string.Join(' ', TextFolding.Fold(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static HashSet<string> WordsOf(string words) =>
        TextFolding.Fold(words).Split((char[]?)[.. " \t\n\r.,;:()\"-–/"], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    // Twice what is common, by all: 1 when the same, 0 when nothing is.
    private static double Alike(HashSet<string> left, HashSet<string> right) =>
        left.Count + right.Count == 0 ? 0 : 2.0 * left.Count(right.Contains) / (left.Count + right.Count);
}
