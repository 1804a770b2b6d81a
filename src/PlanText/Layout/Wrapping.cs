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
        var reaches = new List<int>();
        var neighbours = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].AfterBlank || lines[i].Marker.Kind != MarkerKind.None || lines[i].IsRow || lines[i - 1].IsRow)
                continue;
            neighbours++;
            if (lines[i].StartsLower && !lines[i - 1].IsClosed)
            {
                proofs.Add(lines[i - 1].Width);
                reaches.Add(Reach(lines[i - 1], lines[i]));
            }
        }

        proofs.Sort();
        if (proofs.Count < FewestProofs || proofs.Count * 4 < neighbours || proofs[^1] > WidestSetting)
            return new Wrapping(0);

        // Short first lines wrap too; what counts are the lines of full width, less a few outliers.
        var full = reaches.Where(reach => reach * 4 >= proofs[^1] * 3).Order().ToList();
        return new Wrapping(full.Count == 0 ? proofs[^1] : full[full.Count / 20]);
    }

    public bool IsWrapped => width > 0;

    /// <summary>Whether the next line's first word would not have fitted any more.</summary>
    public bool IsFull(Line line, Line next) => IsWrapped && Reach(line, next) >= width;

    private static int Reach(Line line, Line next) => line.Width + 1 + next.FirstWordLength;
}
