using System.Globalization;
using SocialPolicy.PlanRegistry.V1;
using SocialPolicy.PlanText;

namespace SocialPolicy.Cli.Plans;

/// <summary>One item of a plan as two versions of it are compared.</summary>
/// <param name="Kind">header, target, vision target, task target, task, reporting duty or legal basis.</param>
/// <param name="About">What it is about, without its value: by this the same item is found in the other version.</param>
/// <param name="Fields">What it says, in text form; empty where it says nothing.</param>
internal sealed record ComparedItem(string Kind, string About, IReadOnlyDictionary<string, string> Fields)
{
    private static readonly char[] ValueSigns = [.. "0123456789%"];

    public static IReadOnlyList<ComparedItem> Of(Reading reading) =>
    [
        Header(reading.Number, $"{reading.IssuedOn:yyyy-MM-dd}", reading.Issuer?.Name, reading.Title, reading.Signer?.Name, reading.Period?.From, reading.Period?.To, reading.Period?.Vision),
        .. reading.LegalBases.Select(basis => Basis(basis.Number, basis.Name, $"{basis.Relationship}")),
        .. reading.Targets.Select(target => Of("target", target)),
        .. reading.VisionTargets.Select(target => Of("vision target", target)),
        .. reading.TargetsInTasks.Select(target => Of("task target", target)),
        .. reading.Tasks.Select(task => Task(task.Numbering, task.Heading, task.Lead, task.Coordinating, task.Items.Select(item => item.Text))),
        .. reading.ReportingDuties.Select(duty => Duty(duty.Who, duty.ToWhom, duty.Via, duty.Content, Wording.Frequency(duty.Frequency), Wording.Deadline(duty))),
    ];

    public static IReadOnlyList<ComparedItem> Of(Plan plan) =>
    [
        Header(plan.Number, plan.IssuedOn is { Day: > 0 } on ? Wording.Day(on) : "", plan.Issuer, plan.Title, plan.Signer, Year(plan.PeriodFrom), Year(plan.PeriodTo), Year(plan.VisionYear)),
        .. plan.LegalBases.Select(basis => Basis(basis.Number, basis.Title, $"{basis.Relationship}")),
        .. plan.Targets.Select(Of),
        .. plan.Tasks.Select(task => Task(task.Numbering, task.Heading, task.Lead, task.Coordinating, task.Items)),
        .. plan.ReportingDuties.Select(duty => Duty(duty.Reporters, duty.Addressees, duty.Via, duty.Content, Wording.Frequency(duty.Frequency), Wording.Deadline(duty))),
    ];

    private static ComparedItem Header(string? number, string issuedOn, string? issuer, string? title, string? signer, int? from, int? to, int? vision) => new(
        "header",
        "header",
        Said(("number", number), ("issued on", issuedOn), ("issuer", issuer), ("title", title), ("signer", signer), ("from", Text(from)), ("to", Text(to)), ("vision", Text(vision))));

    private static ComparedItem Basis(string? number, string? name, string relationship) =>
        new("legal basis", number is { Length: > 0 } ? number : name ?? "", Said(("relationship", relationship)));

    private static ComparedItem Of(string kind, PlanText.Target target) => new(
        kind,
        WithoutValue(target.Indicator ?? target.Text),
        Said(
            ("demand", Wording.Demand(target)),
            ("year", Text(target.Year)),
            ("text", target.Text)));

    private static ComparedItem Of(PlanRegistry.V1.Target target) => new(
        target.Section switch
        {
            PlanRegistry.V1.Target.Types.Section.Vision => "vision target",
            PlanRegistry.V1.Target.Types.Section.Tasks => "task target",
            _ => "target",
        },
        WithoutValue(target.Indicator),
        Said(("demand", Wording.Demand(target.Threshold)), ("year", Text(Year(target.Year))), ("text", target.Text)));

    private static ComparedItem Task(string numbering, string heading, string? lead, IEnumerable<string> coordinating, IEnumerable<string> items) => new(
        "task", heading, Said(("numbering", numbering), ("lead", lead), ("coordinating", string.Join("; ", coordinating)), ("items", string.Join("\n", items))));

    private static ComparedItem Duty(IEnumerable<string> who, IEnumerable<string> toWhom, string? via, string? content, string frequency, string deadline) => new(
        "reporting duty",
        $"{string.Join("; ", who)} → {string.Join("; ", toWhom)}: {content} ({frequency})",
        Said(("via", via), ("deadline", deadline)));

    private static int? Year(int year) => year == 0 ? null : year;

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    // The value is what changes between versions; it is no part of what an indicator is.
    private static string WithoutValue(string indicator) =>
        string.Join(' ', indicator.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.IndexOfAny(ValueSigns) < 0));

    private static Dictionary<string, string> Said(params (string Name, string? Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value ?? "");
}
