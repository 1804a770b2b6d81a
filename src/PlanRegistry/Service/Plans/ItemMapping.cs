using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Domain.Plans.Items;
using SocialPolicy.PlanText;
using static SocialPolicy.PlanRegistry.V1.ItemCorrection;
using Date = Google.Type.Date;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>What a caller says of items, in the words of the domain.</summary>
internal static class ItemMapping
{
    private const int MostAtOnce = 500;

    /// <param name="said">What the request says.</param>
    /// <param name="field">Of the request, for errors.</param>
    /// <param name="plan">Whose items they are.</param>
    public static ItemCorrections ToItemCorrections(this IReadOnlyList<V1.ItemCorrection> said, string field, Guid plan)
    {
        Check.Rule(new BatchesAreSmall(said.Count, MostAtOnce));
        var targets = new List<ItemCorrection<PlanTarget>>();
        var tasks = new List<ItemCorrection<Domain.Plans.PlanTask>>();
        var duties = new List<ItemCorrection<PlanDuty>>();
        for (var i = 0; i < said.Count; i++)
        {
            var (path, one) = ($"{field}[{i}]", said[i]);
            Check.Rule(new FieldsAreFilled($"{path}.item", one.ItemCase is not ItemOneofCase.None));
            var fields = one.UpdateMask?.Paths.ToList() ?? [];
            switch (one.ItemCase)
            {
                case ItemOneofCase.Target:
                    targets.Add(new(path, IdOf(ContentMapping.TargetName, one.Target.Name, plan, $"{path}.target.name"), one.Target.ToDomain($"{path}.target"), fields, one.Drop));
                    break;
                case ItemOneofCase.Task:
                    tasks.Add(new(path, IdOf(ContentMapping.TaskName, one.Task.Name, plan, $"{path}.task.name"), one.Task.ToDomain(), fields, one.Drop));
                    break;
                default:
                    duties.Add(new(path, IdOf(ContentMapping.DutyName, one.ReportingDuty.Name, plan, $"{path}.reporting_duty.name"), one.ReportingDuty.ToDomain($"{path}.reporting_duty"), fields, one.Drop));
                    break;
            }
        }

        return new(targets, tasks, duties);
    }

    // An item of another plan is none of this one.
    private static Guid? IdOf(ResourceName names, string name, Guid plan, string field)
    {
        if (name.Length == 0)
            return null;
        var parts = names.ParseAll(name, field);
        Check.Rule(new ItemsAreInThePlan(field, parts[^1], parts[0] == plan));
        return parts[^1];
    }

    private static PlanTarget ToDomain(this V1.Target target, string path)
    {
        var threshold = target.Threshold ?? new();
        return new(
            Guid.Empty,
            null,
            target.Section.ToDomain($"{path}.section") ?? TargetSection.Targets,
            Printed.OrNull(target.Text) ?? "",
            Printed.OrNull(target.Indicator) ?? Printed.OrNull(target.Text) ?? "",
            threshold.Comparator.ToDomain($"{path}.threshold.comparator") ?? Comparator.Achieve,
            WrittenNumber.Parse(threshold.Value, $"{path}.threshold.value"),
            WrittenNumber.Parse(threshold.ValueMax, $"{path}.threshold.value_max"),
            Printed.OrNull(threshold.Unit),
            threshold.Bound.ToDomain($"{path}.threshold.bound"),
            threshold.PerYear,
            Printed.OrNull(target.Baseline),
            Printed.OrNull(target.Population),
            Printed.OrNull(target.Geography),
            target.Year == 0 ? null : target.Year,
            target.Direction.ToDomain($"{path}.direction"),
            Printed.OrNull(target.Theme),
            Printed.OrNull(target.IndicatorCode),
            [.. target.Conditions],
            target.Span.ToDomain());
    }

    private static Domain.Plans.PlanTask ToDomain(this V1.Task task) => new(
        Guid.Empty, null, Printed.OrNull(task.Numbering) ?? "–", task.Level, Printed.OrNull(task.Heading) ?? "", Printed.OrNull(task.Lead), Names(task.Coordinating),
        Printed.OrNull(task.Time), Printed.OrNull(task.Deliverable), Names(task.Items), task.Span.ToDomain());

    private static PlanDuty ToDomain(this V1.ReportingDuty duty, string path)
    {
        var (day, month, once) = Deadline(duty.Deadline, $"{path}.deadline");
        return new(
            Guid.Empty, Names(duty.Reporters), Names(duty.Addressees), Printed.OrNull(duty.Via), duty.Frequency.ToDomain($"{path}.frequency") ?? ReportingFrequency.Unstated,
            day, month, duty.DeadlineInclusive, once,
            duty.Within is { Amount: > 0 } within ? within.Amount : null, duty.Within?.Unit.ToDomain($"{path}.within.unit"), Printed.OrNull(duty.Within?.After),
            Printed.OrNull(duty.Content), duty.Span.ToDomain());
    }

    // With a year it is due once; without, again and again.
    private static (int? Day, int? Month, DateOnly? Once) Deadline(Date? date, string field)
    {
        if (date is null || date.Equals(new Date()))
            return (null, null, null);
        return date.Year > 0 ? (null, null, date.ToDay(field)) : (date.Day, date.Month == 0 ? null : date.Month, null);
    }

    private static List<string> Names(IEnumerable<string> names) => [.. names.Select(Printed.OrNull).OfType<string>()];

    private static TextSpan ToDomain(this V1.Span? span) => span is null ? default : new(Math.Max(0, span.Start), Math.Max(0, span.End));
}
