using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Targets;

namespace SocialPolicy.PlanText;

/// <summary>
/// Lists the clauses of the targets, tasks, organisation and reporting sections that no item came from. Headings and the
/// <paramref name="titles"/> of tables (their blocks) are there for what stands below them.
/// </summary>
internal sealed class UnreadFinder(Flow flow, Outline outline, HashSet<int> titles)
{
    private const int LongestHeading = 32;
    private const int LongestHead = 240;

    public IReadOnlyList<TextSpan> Find(Reading reading)
    {
        var sections = outline.Sections.Where(section => section.Kind is SectionKind.Targets or SectionKind.Tasks or SectionKind.Organisation or SectionKind.Reporting).ToList();
        var read = new SpanSet(sections.Count > 0 ? Spans(reading) : [.. Spans(reading), .. reading.LegalBases.SelectMany(basis => basis.Occurrences)]);
        var unread = new List<TextSpan>();
        foreach (var section in sections.Count > 0 ? sections : WithoutOutline())
        {
            foreach (var block in section.Blocks.Where(block => !IsHeading(block)))
                Collect(block, read, unread);
        }

        return unread;
    }

    // A plan of which no section is known, as one whose line breaks were lost: all that is long enough to be content.
    private IEnumerable<Section> WithoutOutline() =>
        outline.Sections.Where(section => section.Kind is not (SectionKind.Closing or SectionKind.Chrome))
            .Select(section => section with { Blocks = [.. section.Blocks.Where(block => block.End - block.Content > LongestHead || block.Marker.IsNumbered)] });

    private void Collect(Block block, SpanSet read, List<TextSpan> unread)
    {
        foreach (var (from, to, _) in ClauseSplitter.Split(flow, block.FirstToken, block.EndToken))
        {
            var span = flow.Span(flow.Tokens[from].Start, flow.Tokens[to - 1].End);
            if (!read.Touches(span))
                unread.Add(span);
        }
    }

    private bool IsHeading(Block block) =>
        titles.Contains(block.Index) || (block.Marker.IsNumbered && block.EndToken - block.FirstToken <= LongestHeading && !flow.Tokens[Math.Max(block.EndToken - 1, 0)].Is("."));

    private static IEnumerable<TextSpan> Spans(Reading reading) =>
    [
        .. reading.Targets.Select(target => target.Span),
        .. reading.VisionTargets.Select(target => target.Span),
        .. reading.TargetsInTasks.Select(target => target.Span),
        .. reading.Tasks.Select(task => task.Span),
        .. reading.Tasks.Select(task => task.LeadSpan).OfType<TextSpan>(),
        .. reading.Tasks.SelectMany(task => task.LabelSpans),
        .. reading.TaskRows.Select(row => row.Span),
        .. reading.Objectives.Select(objective => objective.Span),
        .. reading.Tasks.SelectMany(task => task.Items).Select(item => item.Span),
        .. reading.OrganisationDuties.Select(duty => duty.Span),
        .. reading.OrganisationDuties.SelectMany(duty => duty.Items).Select(item => item.Span),
        .. reading.ReportingDuties.Select(duty => duty.Span),
    ];
}
