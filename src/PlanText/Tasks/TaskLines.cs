using SocialPolicy.PlanText.Agencies;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Targets;

namespace SocialPolicy.PlanText.Tasks;

/// <summary>What the lines below a task's heading say of it: who leads and coordinates, by when, and what comes of it.</summary>
internal sealed class TaskLines(Flow flow)
{
    private const int LongestAssignment = 300;
    private readonly AssignmentReader assignments = new(flow);
    private readonly AgencyReader agencies = new(flow);

    /// <summary>A line that says nothing but who, when or with what result, as numbered lines below a task may; true when it was that.</summary>
    public bool TakeLabelled(TaskNode node, Block block) =>
        block.End - block.Content <= LongestAssignment && (TakesRoles(node, block) || TakesLabels(node, block));

    /// <summary>Whether the line begins with a label of who leads or coordinates.</summary>
    public bool NamesRole(Block block)
    {
        var label = Math.Max(AgencyWords.LeadLabels.Match(flow.Tokens, block.FirstToken, out _), AgencyWords.CoordinationLabels.Match(flow.Tokens, block.FirstToken, out _));
        return label > 0 && block.FirstToken + label < block.EndToken && flow.Tokens[block.FirstToken + label].Is(":");
    }

    /// <summary>
    /// An unnumbered line right below a heading may name the lead, as may a labelled line anywhere; true when the line says nothing else.
    /// </summary>
    public bool Take(TaskNode node, Block block)
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
        (node.Lead, node.LeadSpan) = (read.Lead, flow.Span(block.Content, block.End));
        node.Coordinating.AddRange(read.Coordinating);
        return true;
    }

    /// <summary>
    /// "Thời gian thực hiện: ...", "Sản phẩm: ..." at the beginning of a clause; true when the block says nothing else.
    /// </summary>
    private bool TakesLabels(TaskNode node, Block block)
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
    private bool TakesRoles(TaskNode node, Block block)
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
            if (lead == length && assignments.Marked(from, block.EndToken) is { } marked)
            {
                (node.Lead, to) = (node.Lead ?? marked.Lead, marked.End);
                node.Coordinating.AddRange(marked.Coordinating);
            }
            else if (lead == length)
            {
                node.Lead ??= agencies.Words(from, to);
            }
            else
            {
                node.Coordinating.AddRange(agencies.Names(from, to));
            }

            node.LeadSpan ??= flow.Span(block.Content, block.End);
            taken = true;
            at = to + 1;
        }

        return taken;
    }

    // "Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính tham mưu ...", "Trạm Y tế chủ trì, phối hợp với các trường khám ...": the order names who leads, and stays what is to be done.
    private void TakesOrder(TaskNode node, Block block)
    {
        var orders = AgencyWords.Requests.IsAt(flow.Tokens, block.FirstToken) || block.Marker.Kind == MarkerKind.None;
        if (node.Lead is null && node.Items.Count == 0 && orders && assignments.Read(block.FirstToken, block.EndToken) is { IsExplicit: true } order && order.End < block.EndToken)
        {
            (node.Lead, node.LeadSpan) = (order.Lead, flow.Span(block.Content, flow.Tokens[order.End - 1].End));
            node.Coordinating.AddRange(order.Coordinating);
        }
    }

    /// <summary>"(Công an xã chủ trì; các trường học, Đoàn Thanh niên xã phối hợp thực hiện)": true when the block is that.</summary>
    private bool TakesBracket(TaskNode node, Block block)
    {
        if (!flow.Tokens[block.FirstToken].Is("(") || assignments.Bracketed(block.FirstToken + 1, block.EndToken) is not { } roles)
            return false;
        node.Lead ??= roles.Lead;
        node.Coordinating.AddRange(roles.Coordinating);
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
}
