using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Owners;

/// <summary><c>spp owner unowned</c>: what still has no single lead agency.</summary>
internal static class ListUnowned
{
    public static Command Create()
    {
        var name = new Argument<string?>("PLAN") { Description = "plans/ID, or the ID alone. Default, or -: all published plans.", Arity = ArgumentArity.ZeroOrOne };
        var on = new Option<string?>("--on") { Description = "On which day, yyyy-mm-dd. Default: today." };
        var command = new Command("unowned", "List targets and tasks of published plans that no agency leads.") { name, on };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ListUnownedRequest
            {
                Plan = PlanCommands.NameOf(parsed.GetValue(name) ?? "-"),
                On = parsed.GetValue(on) is { } day ? Said.Day(day) : null,
                PageSize = 1000,
            };
            var items = await Pages.All<ListUnownedResponse.Types.UnownedItem>(async token =>
            {
                var page = await connection.Owners.ListUnownedAsync(new(request) { PageToken = token }, Connection.Call(cancellation));
                return (page.Items, page.NextPageToken);
            });
            screen.ShowAll(items, console => console.Write(
                ["", "Item", "Theme", "Why", "Plan", "Name"],
                [.. items.Select(one => new[] { one.Item.Numbering, one.Item.Text, one.Item.Theme, Why(one), one.Title, one.Item.Item })],
                "Every target and task has a lead agency."));
            return Exit.Ok;
        });
        return command;
    }

    private static string Why(ListUnownedResponse.Types.UnownedItem one) => one.Cause switch
    {
        ListUnownedResponse.Types.UnownedItem.Types.Cause.LeadEnded => $"{one.Item.Lead.Code} ended",
        ListUnownedResponse.Types.UnownedItem.Types.Cause.Withdrawn => "taken away",
        _ => "never assigned",
    };
}
