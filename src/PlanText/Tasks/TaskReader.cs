using SocialPolicy.PlanText.Agencies;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Targets;

namespace SocialPolicy.PlanText.Tasks;

/// <summary>Builds the tree of task sections from the numbering of their headings.</summary>
internal sealed class TaskReader(Flow flow, ILookup<int, TaskRow> rows)
{
    private const int LongestHeading = 200;
    private const int RowRank = 30;
    private const int LongestAssignment = 300;
    private readonly AssignmentReader assignments = new(flow);
    private readonly AgencyReader agencies = new(flow);
    private readonly List<Node> nodes = [];
    private readonly Stack<Node> open = new();
    private readonly Dictionary<int, Node> below = [];

    /// <summary>The lead of the task that a block belongs to; empty when the text names none.</summary>
    public IReadOnlyList<string> ResponsibleFor(Block block) => below.GetValueOrDefault(block.Index)?.Lead is { } lead ? [lead] : [];

    public IReadOnlyList<PlanTask> Read(Outline outline)
    {
        foreach (var section in outline.Sections)
        {
            open.Clear();
            if (section.Kind == SectionKind.Tasks)
            {
                foreach (var block in section.Blocks)
                    Read(block);
            }
            else if (section.Kind == SectionKind.Organisation)
            {
                // "Phân công nhiệm vụ" may be a table of tasks.
                foreach (var block in section.Blocks.Where(block => block.IsRow && block.EndToken > block.FirstToken))
                    Read(block);
            }
        }

        return [.. nodes.Select(node => node.ToTask())];
    }

    private void Read(Block block)
    {
        if (block.EndToken == block.FirstToken)
            return;
        if (block.IsRow)
        {
            foreach (var row in rows[block.Index])
                Open(row);
            return;
        }

        if (block.Marker.IsNumbered)
            Open(block);
        if (open.TryPeek(out var task))
            below[block.Index] = task;
        if (block.Marker.IsNumbered)
            return;
        if (task is not null && !TakesLead(task, block))
            task.Items.Add(Item(block, block.FirstToken));
    }

    private void Open(Block block)
    {
        var rank = Headings.Rank(block.Marker);
        while (open.TryPeek(out var outer) && outer.Rank >= rank)
            open.Pop();
        var parent = open.TryPeek(out var around) ? around.Numbering : null;
        var assignment = assignments.Read(block.FirstToken, block.EndToken);
        var headingEnd = Headings.End(flow, block, assignment?.End ?? block.FirstToken);
        var words = headingEnd;
        if (assignment is null)
            (assignment, words) = Appended(block, headingEnd);
        var node = new Node
        {
            Rank = rank,
            Numbering = Headings.Numbering(block.Marker, parent, around?.Label ?? ""),
            Label = block.Marker.Label,
            Level = open.Count + 1,
            Parent = parent,
            Heading = flow.Words(block.Content, flow.Tokens[words - 1].End).TrimEnd(':', ' '),
            Span = flow.Span(block.Content, flow.Tokens[headingEnd - 1].End),
            Lead = assignment?.Lead,
            Coordinating = assignment?.Coordinating ?? [],
        };
        if (headingEnd < block.EndToken)
            node.Items.Add(Item(block, headingEnd));
        else if (assignment is null && Headings.HoldsSentenceEnd(flow, block))
            node.Items.Add(Item(block, block.FirstToken));
        else if (assignment is null && IsSentence(block))
            node.Itself = Item(block, block.FirstToken);
        if (around is not null)
            around.Itself = null;
        nodes.Add(node);
        open.Push(node);
    }

    // A row of a table in the tasks section is a task itself.
    private void Open(TaskRow row)
    {
        while (open.TryPeek(out var outer) && outer.Rank >= RowRank)
            open.Pop();
        var parent = open.TryPeek(out var around) ? around : null;
        var label = row.Number?.TrimEnd('.', ' ') ?? (nodes.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        nodes.Add(new Node
        {
            Rank = RowRank,
            Numbering = parent is null ? label : $"{parent.Numbering}.{label}",
            Label = label,
            Level = open.Count + 1,
            Parent = parent?.Numbering,
            Heading = row.Text,
            Span = row.Span,
            Lead = row.Lead,
            Coordinating = row.Coordinating,
            Time = row.Time,
            Deliverable = row.Deliverable,
        });
    }

    // "Phát triển mạng lưới - Sở Y tế chủ trì, phối hợp với Sở Xây dựng", "Truyền thông (Sở Y tế chủ trì)": the heading ends before it.
    private (Assignment? Assignment, int Words) Appended(Block block, int to)
    {
        for (var i = block.FirstToken + 1; i + 2 < to; i++)
        {
            var joins = flow.Tokens[i].Text is "-" or "(" or ":" || (flow.Tokens[i].Is(",") && AgencyWords.Requests.IsAt(flow.Tokens, i + 1));
            if (joins && assignments.Read(i + 1, to) is { IsExplicit: true } assignment && assignment.End >= to - 2)
                return (assignment, i);
        }

        return (null, to);
    }

    // Where nothing stands below it, a numbered sentence is its own content.
    private bool IsSentence(Block block) =>
        block.End - block.Content > LongestHeading || flow.Tokens[block.EndToken - 1].Is(".");

    /// <summary>An unnumbered line right below a heading may name the lead, as may a labelled line anywhere.</summary>
    private bool TakesLead(Node node, Block block)
    {
        if (block.End - block.Content > LongestAssignment)
            return false;
        if (TakesRoles(node, block) || TakesBracket(node, block))
            return true;
        if (TakesLabels(node, block))
            return true;

        TakesOrder(node, block);
        if (node.Items.Count > 0 || node.Lead is not null || block.Marker.Kind != MarkerKind.None || assignments.Read(block.FirstToken, block.EndToken) is not { } read)
            return false;
        if (read.End < block.EndToken - 1 || (read.End == block.EndToken - 1 && !flow.Tokens[read.End].Is(":")))
            return false;
        (node.Lead, node.Coordinating, node.LeadSpan) = (read.Lead, read.Coordinating, flow.Span(block.Content, block.End));
        return true;
    }

    /// <summary>
    /// "Thời gian thực hiện: ...", "Sản phẩm: ..." at the beginning of a clause; true when the block says nothing else.
    /// </summary>
    private bool TakesLabels(Node node, Block block)
    {
        var only = true;
        foreach (var (from, to, _) in ClauseSplitter.Split(flow, block.FirstToken, block.EndToken))
        {
            var label = TaskWords.Labels.Match(flow.Tokens, from, out var kind);
            if (label == 0 || from + label + 1 >= to || !flow.Tokens[from + label].Is(":"))
            {
                only = false;
                continue;
            }

            var words = agencies.Words(from + label + 1, to);
            if (kind == TaskLabel.Time)
                node.Time ??= words;
            else
                node.Deliverable ??= words;
        }

        if (only)
            node.Said.Add(flow.Span(block.Content, block.End));
        return only;
    }

    /// <summary>"Cơ quan chủ trì: Sở Y tế", "(Chủ trì: Sở Nội vụ; phối hợp: Công an tỉnh)": true when the block says nothing else.</summary>
    private bool TakesRoles(Node node, Block block)
    {
        var tokens = flow.Tokens;
        var at = block.FirstToken + (tokens[block.FirstToken].Is("(") ? 1 : 0);
        var taken = false;
        while (at < block.EndToken)
        {
            var lead = AgencyWords.LeadLabels.Match(tokens, at, out _);
            var length = Math.Max(lead, AgencyWords.CoordinationLabels.Match(tokens, at, out _));
            if (length == 0 || at + length + 1 >= block.EndToken || !tokens[at + length].Is(":"))
                return taken;
            var from = at + length + 1;
            var to = from;
            while (to < block.EndToken && !IsRoleEnd(to, block.EndToken))
                to++;
            if (lead == length)
                node.Lead ??= agencies.Words(from, to);
            else
                node.Coordinating = [.. node.Coordinating, .. agencies.Names(from, to)];
            node.LeadSpan ??= flow.Span(block.Content, block.End);
            taken = true;
            at = to + 1;
        }

        return taken;
    }

    // "Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính tham mưu ...": the order names who leads, and stays what is to be done.
    private void TakesOrder(Node node, Block block)
    {
        if (node.Lead is null && node.Items.Count == 0 && AgencyWords.Requests.IsAt(flow.Tokens, block.FirstToken)
            && assignments.Read(block.FirstToken, block.EndToken) is { IsExplicit: true } order && order.End < block.EndToken)
            (node.Lead, node.Coordinating, node.LeadSpan) = (order.Lead, order.Coordinating, flow.Span(block.Content, flow.Tokens[order.End - 1].End));
    }

    /// <summary>"(Công an xã chủ trì; các trường học, Đoàn Thanh niên xã phối hợp thực hiện)": true when the block is that.</summary>
    private bool TakesBracket(Node node, Block block)
    {
        if (!flow.Tokens[block.FirstToken].Is("(") || assignments.Bracketed(block.FirstToken + 1, block.EndToken) is not { } roles)
            return false;
        (node.Lead, node.Coordinating) = (node.Lead ?? roles.Lead, [.. node.Coordinating, .. roles.Coordinating]);
        node.LeadSpan ??= flow.Span(block.Content, block.End);
        return true;
    }

    // A semicolon ends a role only where another follows: lists of agencies have them too.
    private bool IsRoleEnd(int at, int to) => flow.Tokens[at].Text switch
    {
        ")" => true,
        "." => at == to - 1 || flow.Tokens[at + 1].Is(")"),
        ";" => at == to - 1 || AgencyWords.LeadLabels.IsAt(flow.Tokens, at + 1) || AgencyWords.CoordinationLabels.IsAt(flow.Tokens, at + 1),
        _ => false,
    };

    private TextItem Item(Block block, int from)
    {
        var (start, end) = (flow.Tokens[from].Start, flow.Tokens[block.EndToken - 1].End);
        var kind = block.Marker.Kind == MarkerKind.Bullet ? ItemKind.Bullet : ItemKind.Paragraph;
        return new TextItem(kind, flow.Words(start, end), flow.Span(start, end));
    }

    private sealed class Node
    {
        public required int Rank { get; init; }

        public required string Numbering { get; init; }

        public required string Label { get; init; }

        public required int Level { get; init; }

        public string? Parent { get; init; }

        public required string Heading { get; init; }

        public required TextSpan Span { get; init; }

        public string? Lead { get; set; }

        public TextSpan? LeadSpan { get; set; }

        public IReadOnlyList<string> Coordinating { get; set; } = [];

        public string? Time { get; set; }

        public string? Deliverable { get; set; }

        public List<TextSpan> Said { get; } = [];

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
            Time = Time,
            Deliverable = Deliverable,
            LabelSpans = Said,
            Items = Items.Count == 0 && Itself is not null ? [Itself] : Items,
        };
    }
}
