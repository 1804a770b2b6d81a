using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Matters;

/// <summary><c>spp matter list</c></summary>
internal static class ListMatters
{
    public static Command Create()
    {
        var plan = new Option<string?>("--plan") { Description = "Only of this plan." };
        var kind = new Option<Matter.Types.Kind>("--kind") { Description = "Only difficulty, proposal, adjustment or finding." }.Among();
        var state = new Option<Matter.Types.State>("--state") { Description = "Only open, assigned, answered or closed." }.Among();
        var agency = new Option<string?>("--agency") { Description = "Only those this agency has to answer or answered." };
        var overdue = new Option<bool>("--overdue") { Description = "Only those overdue." };
        var unclosed = new Option<bool>("--unclosed") { Description = "Only those that are not closed." };
        var on = new Option<string?>("--on") { Description = "Overdue on which day, yyyy-mm-dd. Default: today." };
        var command = new Command("list", "List matters, newest first.") { plan, kind, state, agency, overdue, unclosed, on };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ListMattersRequest
            {
                Plan = Said.NameOf(parsed.GetValue(plan) ?? "", "plans"),
                Kind = parsed.GetValue(kind),
                State = parsed.GetValue(state),
                AssignedTo = Said.NameOf(parsed.GetValue(agency) ?? "", "agencies"),
                OnlyOverdue = parsed.GetValue(overdue),
                OnlyUnclosed = parsed.GetValue(unclosed),
                On = parsed.GetValue(on) is { } day ? Said.Day(day) : null,
                PageSize = 500,
            };
            var matters = await Pages.All<Matter>(async token =>
            {
                var page = await connection.Matters.ListMattersAsync(new(request) { PageToken = token }, Connection.Call(cancellation));
                return (page.Matters, page.NextPageToken);
            });
            screen.ShowAll(matters, console => MatterCommands.Write(console, matters));
            return Exit.Ok;
        });
        return command;
    }
}
