using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Owners;

/// <summary><c>spp owner list</c></summary>
internal static class ListOwners
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var on = new Option<string?>("--on") { Description = "On which day, yyyy-mm-dd. Default: today." };
        var theme = new Option<string?>("--theme") { Description = "Only this field of policy, such as y_te." };
        var agency = new Option<string?>("--agency") { Description = "Only what this agency leads or coordinates in." };
        var command = new Command("list", "List the targets and tasks of a plan with their owners.") { name, on, theme, agency };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ListOwnersRequest
            {
                Plan = PlanCommands.NameOf(parsed.GetValue(name)!),
                On = parsed.GetValue(on) is { } day ? Said.Day(day) : null,
                Theme = parsed.GetValue(theme) ?? "",
                Agency = Said.NameOf(parsed.GetValue(agency) ?? "", "agencies"),
                PageSize = 1000,
            };
            var items = await Pages.All<OwnedItem>(async token =>
            {
                var page = await connection.Owners.ListOwnersAsync(new(request) { PageToken = token }, Connection.Call(cancellation));
                return (page.Items, page.NextPageToken);
            });
            screen.ShowAll(items, console => OwnerCommands.Write(console, items));
            return Exit.Ok;
        });
        return command;
    }
}
