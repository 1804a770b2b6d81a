using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Tasks;

/// <summary><c>spp task list</c></summary>
internal static class ListTasks
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var on = new Option<string?>("--on") { Description = "Rated on which day, yyyy-mm-dd. Default: today." };
        var agency = new Option<string?>("--agency") { Description = "Only what this agency leads or coordinates in." };
        var kind = new Option<TaskWork.Types.Kind>("--kind") { Description = "Only tasks of this kind: oneoff or ongoing." }.Among();
        var command = new Command("list", "List the tasks of a plan with their rating; a kind with a question mark is only suggested.") { name, on, agency, kind };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ListTaskWorkRequest
            {
                Plan = PlanCommands.NameOf(parsed.GetValue(name)!),
                On = parsed.GetValue(on) is { } day ? Said.Day(day) : null,
                Agency = Said.NameOf(parsed.GetValue(agency) ?? "", "agencies"),
                Kind = parsed.GetValue(kind),
                PageSize = 500,
            };
            var tasks = await Pages.All<TaskWork>(async token =>
            {
                var page = await connection.Tasks.ListTaskWorkAsync(new(request) { PageToken = token }, Connection.Call(cancellation));
                return (page.Tasks, page.NextPageToken);
            });
            screen.ShowAll(tasks, console => TaskCommands.Write(console, tasks));
            return Exit.Ok;
        });
        return command;
    }
}
