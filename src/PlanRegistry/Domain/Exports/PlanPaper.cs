using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Plans;
using static SocialPolicy.PlanRegistry.Domain.Exports.PaperPart;

namespace SocialPolicy.PlanRegistry.Domain.Exports;

/// <summary>Lays a plan out as a paper: what the register holds of it, as amended, in the order of such documents.</summary>
public static class PlanPaper
{
    /// <summary>The paper.</summary>
    /// <param name="header">What the plan says of itself.</param>
    /// <param name="content">In force on <paramref name="on"/>.</param>
    /// <param name="amendments">Those that <paramref name="content"/> stands on, in the order of their days.</param>
    /// <param name="recipients">Nơi nhận, as the document has them.</param>
    /// <param name="on">The day whose state this is.</param>
    /// <param name="writtenOn">Today.</param>
    public static Paper Of(PlanHeader header, PlanContent content, IReadOnlyList<Amendment> amendments, IReadOnlyList<string> recipients, DateOnly on, DateOnly writtenOn)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(amendments);
        var notes = new AmendmentNotes(content, amendments);
        return new(
            PaperForms.HeadOf(header, [.. amendments.Select(AmendmentNotes.LineOf)]),
            [
                .. content.LegalBases.Select(VietnameseWords.LineOf).OfType<string>().Select(line => new Paragraph(PaperStyle.Basis, $"{line};")),
                .. Numbered(
                    ("MỤC TIÊU", [.. Objectives(content, vision: false), .. Targets(content, TargetSection.Targets, notes)]),
                    (header.VisionYear is { } year ? $"TẦM NHÌN ĐẾN NĂM {year}" : "TẦM NHÌN", [.. Objectives(content, vision: true), .. Targets(content, TargetSection.Vision, notes)]),
                    ("NHIỆM VỤ, GIẢI PHÁP", [.. Tasks(content, notes)]),
                    ("CHẾ ĐỘ BÁO CÁO", [.. Duties(content, notes)]),
                    ("PHÂN CÔNG NHIỆM VỤ", [.. TaskTable(content)])),
                .. notes.Paragraphs(),
            ],
            PaperForms.FootOf(header, recipients, on, writtenOn));
    }

    // A part of which the register has nothing is left out, and the others are counted without it.
    private static IEnumerable<PaperPart> Numbered(params (string Heading, List<PaperPart> Parts)[] parts) => parts
        .Where(part => part.Parts.Count > 0)
        .SelectMany((part, index) => part.Parts.Prepend(new Paragraph(PaperStyle.Part, $"{Roman(index + 1)}. {part.Heading}")));

    private static IEnumerable<PaperPart> Objectives(PlanContent content, bool vision) =>
        content.Objectives.Where(objective => objective.Vision == vision).Select(objective => new Paragraph(PaperStyle.Text, objective.Text));

    private static IEnumerable<PaperPart> Targets(PlanContent content, TargetSection section, AmendmentNotes notes)
    {
        var targets = content.Targets.Where(target => target.Section == section).ToList();
        var number = 0;
        foreach (var year in targets.GroupBy(target => section is TargetSection.Vision ? null : target.Year))
        {
            if (section is TargetSection.Targets)
                yield return new Paragraph(PaperStyle.Heading, $"{++number}. Mục tiêu cụ thể{(year.Key is { } by ? $" đến năm {by}" : "")}");
            foreach (var target in year)
                yield return new Paragraph(target.ParentId is null ? PaperStyle.Item : PaperStyle.Subitem, $"{Ended(TextOf(target, content))}{notes.MarkOf(target.Id)}");
        }
    }

    // Words that an amendment left as they were may say the old value: what is demanded now stands beside them.
    private static string TextOf(PlanTarget target, PlanContent content) =>
        content.AmendmentsOf(target.Id) is { Words: null } && VietnameseWords.DemandOf(target) is { Length: > 0 } demand
            ? $"{target.Text.TrimEnd('.', ';')} (nay là: {demand}{(target.Year is { } year ? $", năm {year}" : "")})"
            : target.Text;

    private static IEnumerable<PaperPart> Tasks(PlanContent content, AmendmentNotes notes)
    {
        foreach (var task in content.Tasks)
        {
            yield return new Paragraph(task.Level <= 1 ? PaperStyle.Heading : PaperStyle.Subheading, $"{Numbering(task)}{task.Heading}{notes.MarkOf(task.Id)}");
            foreach (var item in task.Items)
                yield return new Paragraph(PaperStyle.Item, Ended(item));
            foreach (var (name, said) in Facts(task))
                yield return new Paragraph(PaperStyle.Text, $"{name}: {Ended(said)}");
        }
    }

    private static IEnumerable<(string Name, string Said)> Facts(Plans.PlanTask task) =>
        new (string Name, string? Said)[]
        {
            ("Cơ quan chủ trì", task.Lead),
            ("Cơ quan phối hợp", task.Coordinating.Count > 0 ? string.Join("; ", task.Coordinating) : null),
            ("Thời gian thực hiện", task.Time),
            ("Sản phẩm", task.Deliverable),
        }.Where(fact => fact.Said is { Length: > 0 }).Select(fact => (fact.Name, fact.Said!));

    private static IEnumerable<PaperPart> Duties(PlanContent content, AmendmentNotes notes) =>
        content.Duties.Select((duty, index) => new Paragraph(PaperStyle.Text, $"{index + 1}. {Sentence(duty)}{notes.MarkOf(duty.Id)}"));

    private static string Sentence(PlanDuty duty)
    {
        var who = duty.Reporters.Count > 0 ? string.Join(", ", duty.Reporters) : "Các cơ quan, đơn vị";
        string[] parts =
        [
            $"{char.ToUpperInvariant(who[0])}{who[1..]}", VietnameseWords.Of(duty.Frequency), "báo cáo", duty.Content ?? "kết quả thực hiện",
            duty.Addressees.Count > 0 ? $"về {string.Join(", ", duty.Addressees)}" : "", duty.Via is { } via ? $"(qua {via})" : "", VietnameseWords.DeadlineOf(duty),
        ];
        return $"{string.Join(' ', parts.Where(part => part.Length > 0))}.";
    }

    private static IEnumerable<PaperPart> TaskTable(PlanContent content) => content.TaskRows.Count == 0
        ? []
        :
        [
            new Table(
                [("STT", 6), ("Nhiệm vụ", 36), ("Cơ quan chủ trì", 18), ("Cơ quan phối hợp", 18), ("Thời gian", 11), ("Sản phẩm", 11)],
                [.. content.TaskRows.Select(row => new[] { row.Number ?? "", row.Text, row.Lead ?? "", string.Join("; ", row.Coordinating), row.Time ?? "", row.Deliverable ?? "" })]),
        ];

    private static string Numbering(Plans.PlanTask task) => task.Numbering is { Length: > 0 } number && char.IsLetterOrDigit(number[0]) ? $"{number}. " : "";

    private static string Ended(string text) => text.TrimEnd() is { Length: > 0 } said && said[^1] is '.' or ';' or ':' or '!' or '?' ? text.TrimEnd() : $"{text.TrimEnd()}.";

    private static string Roman(int number) => number switch { 1 => "I", 2 => "II", 3 => "III", 4 => "IV", _ => "V" };
}
