using SocialPolicy.PlanText.Agencies;
using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Duties;

/// <summary>The agencies of the organisation section and, for each block under them, who they are.</summary>
internal sealed class OrganisationReader(Flow flow)
{
    private readonly AgencyReader agencies = new(flow);
    private readonly Dictionary<int, IReadOnlyList<string>> responsible = [];

    /// <summary>Agencies that a block of the section speaks to; empty when the text does not say.</summary>
    public IReadOnlyList<string> ResponsibleFor(Block block) => responsible.GetValueOrDefault(block.Index, []);

    public IReadOnlyList<OrganisationDuty> Read(Outline outline)
    {
        var duties = new List<OrganisationDuty>();
        foreach (var section in outline.Of(SectionKind.Organisation))
            Read(section, duties);
        return duties;
    }

    private void Read(Section section, List<OrganisationDuty> duties)
    {
        var numbered = section.Blocks.Any(block => block.Marker.IsNumbered);
        List<TextItem>? items = null;
        IReadOnlyList<string> named = [];
        var rank = int.MaxValue;
        foreach (var block in section.Blocks)
        {
            if (block.EndToken == block.FirstToken)
                continue;
            var (found, end) = Leading(block);
            if (numbered ? block.Marker.IsNumbered && (found.Count > 0 || Headings.Rank(block.Marker) <= rank) : found.Count > 0)
            {
                rank = Math.Min(rank, Headings.Rank(block.Marker));
                items = [];
                named = found;
                duties.Add(new OrganisationDuty { Numbering = Label(block, duties.Count), Agencies = found, Items = items, Span = HeadingSpan(block, end) });
                AddItem(items, block, end);
            }
            else
            {
                AddItem(items, block, block.FirstToken);
            }

            responsible[block.Index] = named;
        }
    }

    private static string Label(Block block, int count) =>
        block.Marker.IsNumbered ? block.Marker.Label : (count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Agencies that the block begins with, and the token after their names.</summary>
    public (IReadOnlyList<string> Agencies, int End) Leading(Block block)
    {
        var at = block.FirstToken + AgencyWords.Requests.Match(flow.Tokens, block.FirstToken, out _);
        if (!agencies.IsAt(at, block.EndToken))
            return ([], block.FirstToken);
        var end = agencies.End(at, block.EndToken);
        if (end < block.EndToken && flow.Tokens[end].Is(":") && AgencyWords.Groups.IsAt(flow.Tokens, at))
        {
            var factored = agencies.Factored(at, end, block.EndToken, out var listEnd);
            if (factored.Count > 1)
                return (factored, listEnd);
        }

        return (agencies.Names(at, end), end);
    }

    private TextSpan HeadingSpan(Block block, int end) =>
        flow.Span(block.Content, flow.Tokens[Math.Max(end, block.FirstToken + 1) - 1].End);

    private void AddItem(List<TextItem>? items, Block block, int from)
    {
        while (from < block.EndToken && flow.Tokens[from].Text is ":" or "," or ".")
            from++;
        if (items is null || from >= block.EndToken)
            return;
        var (start, end) = (flow.Tokens[from].Start, flow.Tokens[block.EndToken - 1].End);
        items.Add(new TextItem(block.Marker.Kind == MarkerKind.Bullet ? ItemKind.Bullet : ItemKind.Paragraph, flow.Words(start, end), flow.Span(start, end)));
    }
}
