using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>The task sections of a reading, each under the nearest section before it that carries its parent's number.</summary>
internal static class RegisteredTasks
{
    public static IReadOnlyList<PlanTask> Of(Reading reading, DateTimeOffset at)
    {
        var sections = new Dictionary<string, Guid>();
        var tasks = new List<PlanTask>();
        foreach (var task in reading.Tasks)
        {
            var id = Guid.CreateVersion7(at);
            tasks.Add(Keep(task, id, task.Parent is { } above && sections.TryGetValue(above, out var parent) ? parent : null));
            sections[task.Numbering] = id;
        }

        return tasks;
    }

    private static PlanTask Keep(PlanText.PlanTask task, Guid id, Guid? parent) => new(
        id,
        parent,
        task.Numbering,
        task.Level,
        task.Heading,
        Printed.OrNull(task.Lead),
        task.Coordinating,
        Printed.OrNull(task.Time),
        Printed.OrNull(task.Deliverable),
        [.. task.Items.Select(item => item.Text)],
        WholeSection(task));

    private static TextSpan WholeSection(PlanText.PlanTask task) =>
        new(task.Span.Start, Math.Max(task.Span.End, task.Items.Select(item => item.Span.End).DefaultIfEmpty().Max()));
}
