namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>Finds the circles of a graph: the largest sets of documents of which each stands above each (Kosaraju).</summary>
public static class Circles
{
    /// <summary>The members of each circle in ascending order, the circles by their first member.</summary>
    /// <param name="edges">Lower, upper.</param>
    public static IReadOnlyList<IReadOnlyList<Guid>> In(IReadOnlyCollection<(Guid From, Guid To)> edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        var upward = edges.ToLookup(edge => edge.From, edge => edge.To);
        var downward = edges.ToLookup(edge => edge.To, edge => edge.From);

        var left = new Stack<Guid>();
        var seen = new HashSet<Guid>();
        foreach (var (from, _) in edges)
            Walk(from, upward, seen, left.Push);

        seen.Clear();
        var circles = new List<IReadOnlyList<Guid>>();
        foreach (var start in left)
        {
            var members = new List<Guid>();
            Walk(start, downward, seen, members.Add);
            if (members.Count > 1)
                circles.Add([.. members.Order()]);
        }

        return [.. circles.OrderBy(circle => circle[0])];
    }

    // Told of a document when all behind it has been told of. With a stack of its own: circles may be longer than threads are deep.
    private static void Walk(Guid start, ILookup<Guid, Guid> next, HashSet<Guid> seen, Action<Guid> leave)
    {
        if (!seen.Add(start))
            return;
        var open = new Stack<(Guid Id, IEnumerator<Guid> Next)>([(start, next[start].GetEnumerator())]);
        while (open.TryPeek(out var at))
        {
            if (!at.Next.MoveNext())
            {
                leave(at.Id);
                open.Pop().Next.Dispose();
            }
            else if (seen.Add(at.Next.Current))
            {
                open.Push((at.Next.Current, next[at.Next.Current].GetEnumerator()));
            }
        }
    }
}
