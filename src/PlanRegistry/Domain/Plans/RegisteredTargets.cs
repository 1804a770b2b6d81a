using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>The targets of a reading in the order of the text, each with its id and that of the target it is a part of.</summary>
internal static class RegisteredTargets
{
    public static IReadOnlyList<(Target Read, PlanTarget Kept)> Of(Reading reading, DateTimeOffset at) =>
    [
        .. In(reading.Targets, TargetSection.Targets, at)
            .Concat(In(reading.VisionTargets, TargetSection.Vision, at))
            .Concat(In(reading.TargetsInTasks, TargetSection.Tasks, at))
            .OrderBy(target => target.Kept.Span.Start),
    ];

    private static IEnumerable<(Target Read, PlanTarget Kept)> In(
        IReadOnlyList<Target> targets, TargetSection section, DateTimeOffset at)
    {
        var ids = targets.Select(_ => Guid.CreateVersion7(at)).ToList();
        return targets.Select((target, i) =>
            (target, Keep(target, ids[i], target.Parent is { } parent ? ids[parent] : null, section)));
    }

    private static PlanTarget Keep(Target target, Guid id, Guid? parent, TargetSection section) => new(
        id,
        parent,
        section,
        target.Text,
        Printed.OrNull(target.Indicator) ?? target.Text,
        target.Comparator,
        target.Value,
        target.ValueMax,
        Printed.OrNull(target.Unit),
        target.Bound,
        target.PerYear,
        Printed.OrNull(target.Baseline),
        Printed.OrNull(target.Population),
        Printed.OrNull(target.Geography),
        target.Year,
        target.Direction,
        Printed.OrNull(target.Theme),
        target.IndicatorCode,
        target.Conditions,
        target.Span);
}
