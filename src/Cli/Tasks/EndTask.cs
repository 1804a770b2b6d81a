using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Tasks;

/// <summary><c>spp task complete</c>, <c>drop</c> and <c>reopen</c>.</summary>
internal static class EndTask
{
    public static Command Complete()
    {
        var (task, on) = (TaskCommands.TaskArgument(), OnOption());
        var text = new Option<string?>("--text") { Description = "What was reached." };
        return Command("complete", "Complete a one-off task; whether that is on time is computed.", [task], [on, text], (parsed, connection, call) =>
            connection.Tasks.CompleteTaskAsync(new() { Task = parsed.GetValue(task), On = Day(parsed.GetValue(on)), Text = parsed.GetValue(text) ?? "", RequestId = Said.NewRequest() }, call).ResponseAsync);
    }

    public static Command Drop()
    {
        var (task, on, reason) = (TaskCommands.TaskArgument(), OnOption(), ReasonOption());
        return Command("drop", "Give a task up, with a reason.", [task], [on, reason], (parsed, connection, call) =>
            connection.Tasks.DropTaskAsync(new() { Task = parsed.GetValue(task), On = Day(parsed.GetValue(on)), Reason = parsed.GetValue(reason), RequestId = Said.NewRequest() }, call).ResponseAsync);
    }

    public static Command Reopen()
    {
        var (task, reason) = (TaskCommands.TaskArgument(), ReasonOption());
        return Command("reopen", "Open a completed or dropped task again.", [task], [reason], (parsed, connection, call) =>
            connection.Tasks.ReopenTaskAsync(new() { Task = parsed.GetValue(task), Reason = parsed.GetValue(reason), RequestId = Said.NewRequest() }, call).ResponseAsync);
    }

    private static Option<string?> OnOption() => new("--on") { Description = "On which day, yyyy-mm-dd. Default: today." };

    private static Option<string> ReasonOption() => new("--reason") { Description = "Why.", Required = true };

    private static Google.Type.Date? Day(string? said) => said is null ? null : Said.Day(said);

    private static Command Command(
        string name, string description, Argument[] arguments, Option[] options, Func<ParseResult, Connection, Grpc.Core.CallOptions, Task<TaskWork>> act)
    {
        var command = new Command(name, description);
        foreach (var argument in arguments)
            command.Arguments.Add(argument);
        foreach (var option in options)
            command.Options.Add(option);
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var work = await act(parsed, connection, Connection.Call(cancellation));
            screen.Show(work, console => TaskCommands.Write(console, [work]));
            return Exit.Ok;
        });
        return command;
    }
}
