using SocialPolicy.PlanText.Agencies;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Targets;

namespace SocialPolicy.PlanText.Tasks;

/// <summary>Builds the tree of task sections from the numbering of their headings.</summary>
internal sealed class TaskReader(Flow flow)
{
    private const int LongestHeading = 200;
    private const int LongestAssignment = 300;
    private readonly AssignmentReader assignments = new(flow);
    private readonly AgencyReader agencies = new(flow);
    private readonly List<Node> nodes = [];
    private readonly Stack<Node> open = new();

    public IReadOnlyList<PlanTask> Read(Outline outline)
    {
        foreach (var section in outline.Of(SectionKind.Tasks))
        {
            open.Clear();
            foreach (var block in section.Blocks)
                Read(block);
        }

        return [.. nodes.Select(node => node.ToTask())];
    }

    private void Read(Block block)
    {
        if (block.EndToken == block.FirstToken)
            return;
        if (block.Marker.IsNumbered)
            Open(block);
        else if (open.TryPeek(out var node) && !TakesLead(node, block))
            node.Items.Add(Item(block, block.FirstToken));
    }

    private void Open(Block block)
    {
        var rank = Rank(block.Marker);
        while (open.TryPeek(out var outer) && outer.Rank >= rank)
            open.Pop();
        var parent = open.TryPeek(out var around) ? around.Numbering : null;
        var assignment = assignments.Read(block.FirstToken, block.EndToken);
        var headingEnd = HeadingEnd(block, assignment);
        var node = new Node
        {
            Rank = rank,
            Numbering = Numbering(block.Marker, parent),
            Level = open.Count + 1,
            Parent = parent,
            Heading = flow.Words(block.Content, flow.Tokens[headingEnd - 1].End).TrimEnd(':', ' '),
            Span = flow.Span(block.Content, flow.Tokens[headingEnd - 1].End),
            Lead = assignment?.Lead,
            Coordinating = assignment?.Coordinating ?? [],
        };
        if (headingEnd < block.EndToken)
            node.Items.Add(Item(block, headingEnd));
        else if (assignment is null && ContainsSentenceEnd(block))
            node.Items.Add(Item(block, block.FirstToken));
        else if (assignment is null && IsSentence(block))
            node.Itself = Item(block, block.FirstToken);
        if (around is not null)
            around.Itself = null;
        nodes.Add(node);
        open.Push(node);
    }

    // A heading with its content on the same line ends at the colon, or where the assignment ends.
    private int HeadingEnd(Block block, Assignment? assignment)
    {
        var from = assignment?.End ?? block.FirstToken;
        for (var i = Math.Max(from, block.FirstToken + 1); i < block.EndToken - 1 && i <= from + 24; i++)
        {
            if (flow.Tokens[i].Is(":"))
                return i + 1;
            if (flow.Tokens[i].Text is ";" || ClauseSplitter.EndsSentence(flow, i, block.EndToken))
                break;
        }

        return block.EndToken;
    }

    // Where nothing stands below it, a numbered sentence is its own content.
    private bool IsSentence(Block block) =>
        block.End - block.Content > LongestHeading || flow.Tokens[block.EndToken - 1].Is(".");

    private bool ContainsSentenceEnd(Block block)
    {
        for (var i = block.FirstToken; i < block.EndToken - 1; i++)
        {
            if (flow.Tokens[i].Is(";") || ClauseSplitter.EndsSentence(flow, i, block.EndToken))
                return true;
        }

        return false;
    }

    /// <summary>An unnumbered line right below a heading may name the lead, as may a labelled line anywhere.</summary>
    private bool TakesLead(Node node, Block block)
    {
        if (block.End - block.Content > LongestAssignment)
            return false;
        if (Labelled(AgencyWords.LeadLabels, block) is { } lead)
        {
            node.Lead ??= agencies.Words(lead, EndOfLine(block));
            node.LeadSpan ??= flow.Span(block.Content, block.End);
            return true;
        }

        if (Labelled(AgencyWords.CoordinationLabels, block) is { } coordinating)
        {
            node.Coordinating = [.. node.Coordinating, .. agencies.Names(coordinating, EndOfLine(block))];
            return true;
        }

        if (node.Items.Count > 0 || node.Lead is not null || block.Marker.Kind != MarkerKind.None || assignments.Read(block.FirstToken, block.EndToken) is not { } read)
            return false;
        if (read.End < block.EndToken - 1 || (read.End == block.EndToken - 1 && !flow.Tokens[read.End].Is(":")))
            return false;
        (node.Lead, node.Coordinating, node.LeadSpan) = (read.Lead, read.Coordinating, flow.Span(block.Content, block.End));
        return true;
    }

    private int? Labelled(Text.PhraseTable<bool> labels, Block block)
    {
        var length = labels.Match(flow.Tokens, block.FirstToken, out _);
        var colon = block.FirstToken + length;
        return length > 0 && colon + 1 < block.EndToken && flow.Tokens[colon].Is(":") ? colon + 1 : null;
    }

    private int EndOfLine(Block block) => flow.Tokens[block.EndToken - 1].Text is "." or ";" ? block.EndToken - 1 : block.EndToken;

    private TextItem Item(Block block, int from)
    {
        var (start, end) = (flow.Tokens[from].Start, flow.Tokens[block.EndToken - 1].End);
        var kind = block.Marker.Kind == MarkerKind.Bullet ? ItemKind.Bullet : ItemKind.Paragraph;
        return new TextItem(kind, flow.Words(start, end), flow.Span(start, end));
    }

    private static int Rank(Marker marker) => marker.Kind switch
    {
        MarkerKind.Capital => 0,
        MarkerKind.Roman => 1,
        MarkerKind.Arabic => 1 + marker.Depth,
        _ => 20,
    };

    // "1.1" carries its parent's number; "a" and numbers that start anew do not.
    private static string Numbering(Marker marker, string? parent) =>
        parent is null || (marker.Depth > 1 && marker.Label.StartsWith(parent + ".", StringComparison.Ordinal)) ? marker.Label : $"{parent}.{marker.Label}";

    private sealed class Node
    {
        public required int Rank { get; init; }

        public required string Numbering { get; init; }

        public required int Level { get; init; }

        public string? Parent { get; init; }

        public required string Heading { get; init; }

        public required TextSpan Span { get; init; }

        public string? Lead { get; set; }

        public TextSpan? LeadSpan { get; set; }

        public IReadOnlyList<string> Coordinating { get; set; } = [];

        public List<TextItem> Items { get; } = [];

        public TextItem? Itself { get; set; }

        public PlanTask ToTask() => new()
        {
            Numbering = Numbering,
            Level = Level,
            Parent = Parent,
            Heading = Heading,
            Span = Span,
            Lead = Lead,
            LeadSpan = LeadSpan,
            Coordinating = Coordinating,
            Items = Items.Count == 0 && Itself is not null ? [Itself] : Items,
        };
    }
}
