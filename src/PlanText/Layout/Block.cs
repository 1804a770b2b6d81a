namespace SocialPolicy.PlanText.Layout;

/// <summary>A paragraph of the flow: [Start, End) with its marker, [Content, End) without.</summary>
internal sealed class Block(int index, int start, int end, Marker marker, int markerLength, IReadOnlyList<Line> lines)
{
    public int Index => index;

    public int Start => start;

    public int End => end;

    public Marker Marker => marker;

    public int Content => start + markerLength;

    public IReadOnlyList<Line> Lines => lines;

    /// <summary>Whether it is one row of a table.</summary>
    public bool IsRow => lines[0].IsRow;

    public int FirstToken { get; set; }

    public int EndToken { get; set; }
}
