namespace SocialPolicy.PlanText.Layout;

/// <summary>
/// How wide a hard-wrapped document is set, measured from line ends that are wrapped for certain: the next line goes on
/// in lower case. In a document with one paragraph a line nothing is measured and no line counts as full.
/// </summary>
internal sealed class Wrapping
{
    private const int WidestSetting = 160;
    private const int FewestProofs = 8;
    private readonly int width;

    private Wrapping(int width) => this.width = width;

    public static Wrapping Measure(List<Line> lines)
    {
        var proofs = new List<int>();
        var neighbours = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].AfterBlank || lines[i].Marker.Kind != MarkerKind.None)
                continue;
            neighbours++;
            if (lines[i].StartsLower && !lines[i - 1].IsClosed)
                proofs.Add(lines[i - 1].Length);
        }

        proofs.Sort();
        var measured = proofs.Count >= FewestProofs && proofs.Count * 4 >= neighbours && proofs[^1] <= WidestSetting;
        return new Wrapping(measured ? proofs[^1] : 0);
    }

    public bool IsWrapped => width > 0;

    /// <summary>Whether the next line's first word would not have fitted any more.</summary>
    public bool IsFull(Line line, Line next) => IsWrapped && line.Length + 1 + next.FirstWordLength > width;
}
