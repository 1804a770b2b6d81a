using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Tasks;

/// <summary><c>spp task contribute</c></summary>
internal static class RecordContribution
{
    public static Command Create()
    {
        var task = TaskCommands.TaskArgument();
        var agency = new Option<string>("--agency") { Description = "The coordinating agency, agencies/ID or scheme:code.", Required = true };
        var text = new Option<string>("--text") { Description = "What it does.", Required = true };
        var from = new Option<string>("--from") { Description = "The first day, yyyy-mm-dd.", Required = true };
        var to = new Option<string>("--to") { Description = "The last day, yyyy-mm-dd.", Required = true };
        var command = new Command("contribute", "Record what a coordinating agency contributes, within the dates of the lead.") { task, agency, text, from, to };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new RecordContributionRequest
            {
                Task = parsed.GetValue(task),
                Agency = Said.NameOf(parsed.GetValue(agency)!, "agencies"),
                Text = parsed.GetValue(text),
                From = Said.Day(parsed.GetValue(from)!),
                To = Said.Day(parsed.GetValue(to)!),
                RequestId = Said.NewRequest(),
            };
            var work = await connection.Tasks.RecordContributionAsync(request, Connection.Call(cancellation));
            screen.Show(work, console => console.Write(
                ["Agency", "What", "From", "To"],
                [.. work.Contributions.Select(one => new[] { one.Agency.Code, one.Text, PlanTable.Of(one.From), PlanTable.Of(one.To) })],
                "No contributions."));
            return Exit.Ok;
        });
        return command;
    }
}
