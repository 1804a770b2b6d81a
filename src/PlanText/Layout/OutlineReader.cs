namespace SocialPolicy.PlanText.Layout;

/// <summary>Lists the headings of all numbering styles with their places in the tree.</summary>
internal sealed class OutlineReader(Flow flow)
{
    private readonly Stack<(int Rank, string Label, string Numbering)> open = new();
    private readonly List<OutlineEntry> entries = [];

    public IReadOnlyList<OutlineEntry> Read(Outline outline)
    {
        foreach (var section in outline.Sections.Where(section => section.Kind is not (SectionKind.Preamble or SectionKind.Closing or SectionKind.Chrome)))
        {
            if (section.Heading is { } heading)
                Add(heading, isOutermost: true);
            foreach (var block in section.Blocks.Where(block => block.Marker.IsNumbered))
                Add(block, isOutermost: false);
        }

        return entries;
    }

    private void Add(Block block, bool isOutermost)
    {
        if (block.EndToken == block.FirstToken)
            return;
        var rank = isOutermost ? 0 : Headings.Rank(block.Marker);
        while (open.TryPeek(out var outer) && outer.Rank >= rank)
            open.Pop();
        var numbering = open.TryPeek(out var around) ? Headings.Numbering(block.Marker, around.Numbering, around.Label) : block.Marker.Label;
        open.Push((rank, block.Marker.Label, numbering));
        var end = Headings.End(flow, block, block.FirstToken);
        if (!isOutermost && end == block.EndToken && Headings.IsSentence(flow, block))
            return;
        var to = flow.Tokens[end - 1].End;
        entries.Add(new(numbering, open.Count, flow.Words(block.Content, to).TrimEnd(':', ' '), flow.Span(flow.Tokens[block.FirstToken].Start, to)));
    }
}
