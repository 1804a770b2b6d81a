namespace SocialPolicy.PlanRegistry.Domain.Search;

/// <summary>A text that is shown, with the places of what was looked for.</summary>
/// <param name="Text">Whole, or cut out of a longer one.</param>
/// <param name="Highlights">UTF-16 ranges in <paramref name="Text"/>, end exclusive, in their order; neighbours are one range.</param>
public sealed record Passage(string Text, IReadOnlyList<(int Start, int End)> Highlights)
{
    private const string Ellipsis = "…";

    /// <summary>The whole text.</summary>
    public static Passage Of(string text, SearchQuery query) => new(text, Found(text, query));

    /// <summary>The part of a text that holds most of what is looked for, cut between words; null when it holds nothing of it.</summary>
    public static Passage? Best(string text, SearchQuery query, int longest)
    {
        var found = Found(text, query);
        if (found.Count == 0)
            return null;
        if (text.Length <= longest)
            return new(text, found);

        var first = found.MaxBy(start => found.Where(one => one.Start >= start.Start && one.End <= start.Start + longest).Sum(one => one.End - one.Start));
        var (start, end) = Around(text, first.Start, longest);
        var shift = start > 0 ? start - Ellipsis.Length : 0;
        return new(
            $"{(start > 0 ? Ellipsis : "")}{text[start..end]}{(end < text.Length ? Ellipsis : "")}",
            [.. found.Where(one => one.Start >= start && one.End <= end).Select(one => (one.Start - shift, one.End - shift))]);
    }

    private static List<(int Start, int End)> Found(string text, SearchQuery query)
    {
        var ranges = new List<(int Start, int End)>();
        foreach (var word in SearchWord.In(text).Where(query.Finds))
        {
            // Only what parts words stands between neighbours: they are shown as one.
            if (ranges is [.., var last] && text.AsSpan(last.End, word.Start - last.End) is " " or "/" or "-")
                ranges[^1] = (last.Start, word.End);
            else
                ranges.Add((word.Start, word.End));
        }

        return ranges;
    }

    // From a little before the first find, at the edges of words.
    private static (int Start, int End) Around(string text, int find, int longest)
    {
        var start = Math.Max(0, Math.Min(find - (longest / 4), text.Length - longest));
        while (start > 0 && start < find && !char.IsWhiteSpace(text[start - 1]))
            start++;
        var end = Math.Min(text.Length, start + longest);
        while (end < text.Length && end > find && !char.IsWhiteSpace(text[end]))
            end--;
        return (start, end > find ? end : Math.Min(text.Length, start + longest));
    }
}
