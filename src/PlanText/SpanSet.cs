namespace SocialPolicy.PlanText;

/// <summary>Spans that can be asked whether any of them touches another.</summary>
internal sealed class SpanSet
{
    private readonly TextSpan[] spans;
    private readonly int[] farthest;

    public SpanSet(IEnumerable<TextSpan> all)
    {
        spans = [.. all.OrderBy(span => span.Start)];
        farthest = new int[spans.Length];
        var end = 0;
        for (var i = 0; i < spans.Length; i++)
            farthest[i] = end = Math.Max(end, spans[i].End);
    }

    public bool Touches(TextSpan span)
    {
        var (low, high) = (0, spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Start < span.End)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && farthest[low - 1] > span.Start;
    }
}
