using System.CommandLine;
using System.Globalization;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Tasks;

/// <summary><c>spp task assess</c></summary>
internal static class AssessTask
{
    public static Command Create()
    {
        var task = TaskCommands.TaskArgument();
        var period = new Option<string>("--period") { Description = "2026, 2026-H1 or 2026-Q3.", Required = true };
        var verdict = new Option<TaskAssessment.Types.Verdict>("--verdict") { Description = "done, partly or notdone.", Required = true }.Among();
        var text = new Option<string?>("--text") { Description = "What was done." };
        var counts = new Option<string[]>("--count") { Description = "NAME=NUMBER, such as \"lớp tập huấn=12\". Repeat for each." };
        var reason = new Option<string?>("--reason") { Description = "Why it replaces an earlier assessment of the period." };
        var command = new Command("assess", "Assess a period of an ongoing task.") { task, period, verdict, text, counts, reason };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new AssessTaskRequest
            {
                Task = parsed.GetValue(task),
                Period = parsed.GetValue(period),
                Verdict = parsed.GetValue(verdict),
                Text = parsed.GetValue(text) ?? "",
                RevisionReason = parsed.GetValue(reason) ?? "",
                RequestId = Said.NewRequest(),
            };
            foreach (var (name, value) in (parsed.GetValue(counts) ?? []).Select(Count))
                request.Counts[name] = value;
            var work = await connection.Tasks.AssessTaskAsync(request, Connection.Call(cancellation));
            screen.Show(work, console => TaskCommands.Write(console, [work]));
            return Exit.Ok;
        });
        return command;
    }

    /// <exception cref="IOException">It is no name with a number.</exception>
    internal static (string Name, long Value) Count(string said) =>
        said.LastIndexOf('=') is var at and > 0 && long.TryParse(said.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? (said[..at], value)
            : throw new IOException($"--count {said}: expected NAME=NUMBER.");
}
