using SocialPolicy.PlanText.Citations;
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
        var outline = Outline.Of(flow);
        var reading = ReadHead(flow, outline);
        return reading.IsPlan ? ReadBody(flow, outline, reading) : reading with { Flags = [.. reading.Flags, Flag.NotAPlan] };
    }

    private static Reading ReadHead(Flow flow, Outline outline)
    {
        var head = new DocumentHead(flow, outline);
        var province = ProvinceReader.Read(flow);
        var closing = new ClosingReader(flow, outline);
        var signer = closing.Signer();
        var flags = HeadFlags(flow, outline, head);
        return new Reading
        {
            IsPlan = IsPlan(head, outline),
            Number = head.Number,
            IssuedOn = head.IssuedOn,
            IssuedOnPartial = head.Partial,
            Status = StatusOf(flags, head, signer),
            Issuer = new IssuerReader(flow, outline).Read(head.Place, province),
            Province = province,
            Signer = signer,
            Title = head.Title,
            Period = new PeriodReader(flow, outline).Read(head.Title),
            LegalBases = new CitationReader(flow).Read(outline, head.Number),
            Recipients = closing.Recipients(),
            Flags = flags,
        };
    }

    private static Reading ReadBody(Flow flow, Outline outline, Reading head)
    {
        var targets = new TargetSections(flow, outline, head.Period?.To).Read();
        var organisation = new OrganisationReader(flow);
        var organisationDuties = organisation.Read(outline);
        var tasks = new TaskReader(flow);
        var planTasks = tasks.Read(outline);
        var reading = head with
        {
            Targets = targets.Targets,
            VisionTargets = targets.Vision,
            Outline = new OutlineReader(flow).Read(outline),
            Objectives = targets.Objectives,
            TaskRows = new TableReader(flow).Read(),
            TargetsInTasks = new TaskTargets(flow, outline).Read(),
            Tasks = planTasks,
            OrganisationDuties = organisationDuties,
            ReportingDuties = new ReportingReader(flow, organisation, tasks).Read(outline),
            Budget = [.. outline.Of(SectionKind.Budget).SelectMany(section => section.Blocks).Select(block => flow.Words(block.Content, block.End).TrimEnd(';', '.', ' '))],
        };
        return reading with { Unread = new UnreadFinder(flow, outline).Find(reading) };
    }

    // A document that names no kind is a plan when its title says so and its sections are those of a plan.
    private static bool IsPlan(DocumentHead head, Outline outline) =>
        head.IsPlanKind ?? ((head.Title is not null || head.Number is not null) && outline.Sections.Any(section => section.Kind is SectionKind.Targets or SectionKind.Tasks));

    private static DocumentStatus? StatusOf(List<string> flags, DocumentHead head, Signer? signer)
    {
        if (flags.Contains(Flag.Draft) || (head.NumberIsBlank && signer is null))
            return DocumentStatus.Draft;
        return head.Number is not null || signer is not null ? DocumentStatus.Issued : null;
    }

    private static List<string> HeadFlags(Flow flow, Outline outline, DocumentHead head)
    {
        var flags = new List<string>();
        if (head.NumberIsBlank)
            flags.Add(Flag.NumberBlank);
        if (outline.Preamble.Blocks.Any(block => block.End - block.Start < 80 && HeaderWords.Drafts.IsIn(flow.TokensOf(block))))
            flags.Add(Flag.Draft);
        return flags;
    }
}
