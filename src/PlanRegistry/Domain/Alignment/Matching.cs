namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>
/// Finds which series of a plan answers which one of the plan above. Each belongs to one other at most, and to none where two fit
/// equally well: a person decides then.
/// </summary>
internal sealed class Matching
{
    private const double Identical = 0.999;
    private const double ClearlyBetter = 0.08;

    private readonly List<Candidate> open;
    private readonly List<Candidate>[] ofAbove;
    private readonly List<Candidate>[] ofBelow;
    private readonly int?[] found;
    private readonly bool[] taken;

    private Matching(IReadOnlyList<Series> superior, IReadOnlyList<Series> subordinate)
    {
        open = Candidates(superior, subordinate);
        ofAbove = ByPlace(superior.Count, one => one.Above);
        ofBelow = ByPlace(subordinate.Count, one => one.Below);
        (found, taken) = (new int?[superior.Count], new bool[subordinate.Count]);
    }

    /// <summary>Every series of the plan above once, in their order.</summary>
    public static IReadOnlyList<Match> Of(IReadOnlyList<Series> superior, IReadOnlyList<Series> subordinate)
    {
        var matching = new Matching(superior, subordinate);
        matching.Take(likeness => likeness >= Identical, margin: 0);
        while (matching.Take(_ => true, ClearlyBetter))
        {
            // Each pair that is taken may leave another one without a rival.
        }

        return
        [
            .. superior.Select((series, i) => matching.found[i] is { } j
                ? new Match(series, subordinate[j], [])
                : new Match(series, null, [.. matching.ofAbove[i].Where(matching.IsOpen).OrderBy(one => one.Below).Select(one => subordinate[one.Below])])),
        ];
    }

    // The likeliest first.
    private static List<Candidate> Candidates(IReadOnlyList<Series> superior, IReadOnlyList<Series> subordinate) =>
    [
        .. from i in Enumerable.Range(0, superior.Count)
           from j in Enumerable.Range(0, subordinate.Count)
           let likeness = superior[i].Subject.Likeness(subordinate[j].Subject)
           where likeness is not null
           orderby likeness.Value descending, i, j
           select new Candidate(i, j, likeness.Value),
    ];

    private List<Candidate>[] ByPlace(int count, Func<Candidate, int> place)
    {
        var lists = Enumerable.Range(0, count).Select(_ => new List<Candidate>()).ToArray();
        foreach (var one in open)
            lists[place(one)].Add(one);
        return lists;
    }

    private bool Take(Func<double, bool> isGood, double margin)
    {
        var before = open.Count;
        foreach (var one in open.Where(one => isGood(one.Likeness)).ToList())
        {
            if (IsOpen(one) && IsClear(one, ofAbove[one.Above], margin) && IsClear(one, ofBelow[one.Below], margin))
                (found[one.Above], taken[one.Below]) = (one.Below, true);
        }

        open.RemoveAll(one => !IsOpen(one));
        return open.Count < before;
    }

    private bool IsOpen(Candidate one) => found[one.Above] is null && !taken[one.Below];

    // Better than its best rival; the lists begin with the likeliest.
    private bool IsClear(Candidate one, List<Candidate> rivals, double margin) =>
        rivals.Find(other => other != one && IsOpen(other)) is not { } rival || (one.Likeness > rival.Likeness && one.Likeness - rival.Likeness >= margin);

    private sealed record Candidate(int Above, int Below, double Likeness);
}
