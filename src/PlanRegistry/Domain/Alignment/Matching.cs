namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>
/// Finds which series of a plan answers which one of the plan above. Each belongs to one other at most, and to none where two fit
/// equally well: a person decides then.
/// </summary>
internal static class Matching
{
    private const double Identical = 0.999;
    private const double ClearlyBetter = 0.08;

    /// <summary>Every series of the plan above once, in their order.</summary>
    public static IReadOnlyList<Match> Of(IReadOnlyList<Series> superior, IReadOnlyList<Series> subordinate)
    {
        var open = Candidates(superior, subordinate);
        var found = new Dictionary<int, int>();
        Take(open, found, likeness => likeness >= Identical, margin: 0);
        while (Take(open, found, _ => true, ClearlyBetter))
        {
            // Each pair that is taken may leave another one without a rival.
        }

        return
        [
            .. superior.Select((series, i) => found.TryGetValue(i, out var j)
                ? new Match(series, subordinate[j], [])
                : new Match(series, null, [.. open.Where(one => one.Above == i).OrderBy(one => one.Below).Select(one => subordinate[one.Below])])),
        ];
    }

    private static List<Candidate> Candidates(IReadOnlyList<Series> superior, IReadOnlyList<Series> subordinate) =>
    [
        .. from i in Enumerable.Range(0, superior.Count)
           from j in Enumerable.Range(0, subordinate.Count)
           let likeness = superior[i].Subject.Likeness(subordinate[j].Subject)
           where likeness is not null
           orderby likeness.Value descending, i, j
           select new Candidate(i, j, likeness.Value),
    ];

    private static bool Take(List<Candidate> open, Dictionary<int, int> found, Func<double, bool> isGood, double margin)
    {
        var taken = false;
        foreach (var one in open.ToList())
        {
            if (!open.Contains(one) || !isGood(one.Likeness) || !IsClear(one, open, margin))
                continue;
            found[one.Above] = one.Below;
            open.RemoveAll(other => other.Above == one.Above || other.Below == one.Below);
            taken = true;
        }

        return taken;
    }

    // Better than every rival of either side.
    private static bool IsClear(Candidate one, List<Candidate> open, double margin) =>
        open.TrueForAll(other => other == one || (other.Above != one.Above && other.Below != one.Below)
            || (one.Likeness > other.Likeness && one.Likeness - other.Likeness >= margin));

    private sealed record Candidate(int Above, int Below, double Likeness);
}
