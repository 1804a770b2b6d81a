using SocialPolicy.PlanText.Duties;
using SocialPolicy.PlanText.Header;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Tables;
using SocialPolicy.PlanText.Targets;
using SocialPolicy.PlanText.Tasks;

namespace SocialPolicy.PlanText;

/// <summary>Reads a Vietnamese administrative plan document into a structure in which every item carries its place.</summary>
public static class PlanReader
{
    /// <summary>Reads the decoded text of a document. Never fails on its content; time is linear in its length.</summary>
    public static Reading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var flow = Flow.Of(SourceText.Of(text));
        var begin = Envelope.End(flow);
        var outline = Outline.Of(flow, begin, flow.Blocks.Count);
        var reading = new HeadReader(flow, outline, begin == 0 ? outline : Outline.Of(flow, 0, begin)).Read();
        return reading.IsPlan ? ReadBody(flow, outline, reading) : reading with { Flags = [.. reading.Flags, Flag.NotAPlan] };
    }

    private static Reading ReadBody(Flow flow, Outline outline, Reading head)
    {
        var targetTables = new TargetTables(flow, outline).Read();
        var targets = new TargetSections(flow, outline, head.Period?.To, targetTables.Lines).Read();
        var organisation = new OrganisationReader(flow);
        var organisationDuties = organisation.Read(outline);
        var taskTables = new TableReader(flow);
        var rows = taskTables.Read();
        var tasks = new TaskReader(flow, rows.ToLookup(row => row.Block, row => row.Row));
        var planTasks = tasks.Read(outline);
        var reading = head with
        {
            Targets = [.. targets.Targets, .. targetTables.Targets],
            VisionTargets = [.. targets.Vision, .. targetTables.Vision],
            Outline = new OutlineReader(flow).Read(outline),
            Objectives = targets.Objectives,
            TaskRows = [.. rows.Select(row => row.Row)],
            TargetsInTasks = [.. new TaskTargets(flow, outline).Read(), .. targetTables.InTasks],
            Tasks = planTasks,
            OrganisationDuties = organisationDuties,
            ReportingDuties = new ReportingReader(flow, organisation, tasks).Read(outline),
            Budget = [.. outline.Of(SectionKind.Budget).SelectMany(section => section.Blocks).Select(block => flow.Words(block.Content, block.End).TrimEnd(';', '.', ' '))],
        };
        return reading with { Unread = new UnreadFinder(flow, outline, [.. targetTables.Titles, .. taskTables.Titles]).Find(reading) };
    }
}
