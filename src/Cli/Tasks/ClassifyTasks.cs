using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Owners;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Tasks;

/// <summary><c>spp task classify</c></summary>
internal static class ClassifyTasks
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var ongoing = new Option<string[]>("--ongoing") { Description = "A task that goes on, tasks/ID. Repeat for each." };
        var oneOff = new Option<string[]>("--one-off") { Description = "A task that has an end, tasks/ID, or with its due date: tasks/ID=2027-06-30. Repeat for each." };
        var reason = new Option<string?>("--reason") { Description = "Why; needed to change a due date." };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("classify", "Say which tasks are one-off and which are ongoing.") { name, ongoing, oneOff, reason, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var plan = PlanCommands.NameOf(parsed.GetValue(name)!);
            var why = parsed.GetValue(reason) ?? "";
            var request = new ClassifyTasksRequest { Plan = plan, RequestId = Said.NewRequest(), ValidateOnly = parsed.GetValue(dryRun) };
            request.Entries.Add((parsed.GetValue(ongoing) ?? []).Select(task => new ClassifyTasksRequest.Types.Entry
            {
                Task = OwnerCommands.NameOf(task, plan), Kind = TaskWork.Types.Kind.Ongoing, Reason = why,
            }));
            request.Entries.Add((parsed.GetValue(oneOff) ?? []).Select(task => OneOff(task.Split('=', 2), plan, why)));
            var answer = await connection.Tasks.ClassifyTasksAsync(request, Connection.Call(cancellation));
            screen.Show(answer, console => TaskCommands.Write(console, answer.Tasks));
            return Exit.Ok;
        });
        return command;
    }

    private static ClassifyTasksRequest.Types.Entry OneOff(string[] said, string plan, string reason) => new()
    {
        Task = OwnerCommands.NameOf(said[0], plan), Kind = TaskWork.Types.Kind.OneOff, Due = said.Length > 1 ? Said.Day(said[1]) : null, Reason = reason,
    };
}
