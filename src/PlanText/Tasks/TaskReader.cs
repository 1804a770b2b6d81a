using SocialPolicy.PlanText.Agencies;
using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Tasks;

/// <summary>Builds the tree of task sections from the numbering of their headings.</summary>
internal sealed class TaskReader(Flow flow, ILookup<int, TaskRow> rows)
{
    private const int LongestHeading = 200;
    private const int RowRank = 30;
    private readonly AssignmentReader assignments = new(flow);
    private readonly TaskLines lines = new(flow);
    private readonly List<TaskNode> nodes = [];
    private readonly Stack<TaskNode> open = new();
    private readonly Dictionary<int, TaskNode> below = [];

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

        // "Các nhiệm vụ tại Phụ lục kèm theo": the table is all there is.
        open.Clear();
        if (nodes.Count == 0)
        {
            foreach (var row in rows.SelectMany(table => table))
                Open(row);
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
        {
            if (Around(Headings.Rank(block.Marker)) is { } around && lines.TakeLabelled(around, block))
                return;
            Open(block);
        }

        if (open.TryPeek(out var task))
            below[block.Index] = task;
        if (block.Marker.IsNumbered)
            return;
        if (task is not null && !lines.Take(OwnerOf(task, block), block))
            task.Items.Add(Item(block, block.FirstToken));
    }

    private TaskNode? Around(int rank)
    {
        foreach (var node in open)
        {
            if (node.Rank < rank)
                return node;
        }

        return null;
    }

    // "a) ... b) ... Cơ quan chủ trì: Sở Y tế": said once, behind the last of several, it is about them all.
    private TaskNode OwnerOf(TaskNode task, Block block) =>
        task.Above is { HasOnlyUnled: true } above && above.LastBelow == task && task.Lead is null && lines.NamesRole(block) ? above : task;

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
        var node = new TaskNode
        {
            Rank = rank,
            Numbering = Headings.Numbering(block.Marker, parent, around?.Label ?? ""),
            Label = block.Marker.Label,
            Level = open.Count + 1,
            Parent = parent,
            Above = around,
            Heading = flow.Words(block.Content, flow.Tokens[words - 1].End).TrimEnd(':', ' '),
            Span = flow.Span(block.Content, flow.Tokens[headingEnd - 1].End),
            Lead = assignment?.Lead,
            Coordinating = [.. assignment?.Coordinating ?? []],
        };
        if (headingEnd < block.EndToken)
            node.Items.Add(Item(block, headingEnd));
        else if (assignment is null && Headings.HoldsSentenceEnd(flow, block))
            node.Items.Add(Item(block, block.FirstToken));
        else if (assignment is null && IsSentence(block))
            node.Itself = Item(block, block.FirstToken);
        if (around is not null)
        {
            around.Itself = null;
            around.HasOnlyUnled = around.LastBelow is { Lead: null } last && (around.HasOnlyUnled || last == around.FirstBelow);
            around.FirstBelow ??= node;
            around.LastBelow = node;
        }

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
        nodes.Add(new TaskNode
        {
            Rank = RowRank,
            Numbering = parent is null ? label : $"{parent.Numbering}.{label}",
            Label = label,
            Level = open.Count + 1,
            Parent = parent?.Numbering,
            Heading = row.Text,
            Span = row.Span,
            Lead = row.Lead,
            Coordinating = [.. row.Coordinating],
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

    private TextItem Item(Block block, int from)
    {
        var (start, end) = (flow.Tokens[from].Start, flow.Tokens[block.EndToken - 1].End);
        var kind = block.Marker.Kind == MarkerKind.Bullet ? ItemKind.Bullet : ItemKind.Paragraph;
        return new TextItem(kind, flow.Words(start, end), flow.Span(start, end));
    }
}
