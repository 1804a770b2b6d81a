using System.CommandLine;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Owners;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Tasks;

/// <summary><c>spp task</c>: the work on the tasks of published plans.</summary>
internal static class TaskCommands
{
    public static Command All() => new("task", "The work on tasks (nhiệm vụ): one-off and ongoing.")
    {
        ListTasks.Create(),
        ClassifyTasks.Create(),
        EndTask.Complete(),
        EndTask.Drop(),
        EndTask.Reopen(),
        AssessTask.Create(),
        RecordContribution.Create(),
    };

    /// <summary>A task as people name it.</summary>
    public static Argument<string> TaskArgument() => new("TASK") { Description = "plans/ID/tasks/ID." };

    public static void Write(IAnsiConsole console, IReadOnlyCollection<TaskWork> tasks) => console.Write(
        ["", "Task", "Kind", "Due", "Rating", "Why", "Lead", "Name"],
        [.. tasks.Select(Row)],
        "No tasks.");

    private static string[] Row(TaskWork task) =>
    [
        task.Numbering,
        task.Heading,
        task.Kind is TaskWork.Types.Kind.Unspecified ? $"{task.Suggestion.Kind}?" : $"{task.Kind}",
        task.Kind is TaskWork.Types.Kind.Unspecified && task.Suggestion.Due is { } due ? $"{PlanTable.Of(due)}?" : PlanTable.Of(task.Due),
        task.RatingText.Length > 0 ? task.RatingText : "chưa phân loại",
        task.RatingExplanation.Length > 0 ? task.RatingExplanation : task.Suggestion.Explanation,
        OwnerCommands.Agency(task.Owners?.Lead),
        OwnerCommands.Within(task.Task),
    ];
}
