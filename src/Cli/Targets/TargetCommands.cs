using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Indicators.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Targets;

/// <summary><c>spp target list</c>: what Indicators measures against.</summary>
internal static class TargetCommands
{
    public static Command All() => new("target", "Targets in force (chỉ tiêu).") { List() };

    public static async Task<IReadOnlyList<Target>> Of(string plan, Connection connection, CancellationToken cancellation)
    {
        var client = connection.Targets;
        var targets = new List<Target>();
        var request = new ListTargetsRequest { PageSize = 1000, Plan = plan };
        do
        {
            var page = await client.ListTargetsAsync(request, Connection.Call(cancellation));
            targets.AddRange(page.Targets);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return targets;
    }

    private static Command List()
    {
        var plan = new Option<string?>("--plan") { Description = "Only those of this plan." };
        var command = new Command("list", "List targets in force.") { plan };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var targets = await Of(parsed.GetValue(plan) is { } said ? PlanCommands.NameOf(said) : "", connection, cancellation);
            screen.ShowAll(targets, console => Write(console, targets));
            return Exit.Ok;
        });
        return command;
    }

    private static void Write(IAnsiConsole console, IReadOnlyList<Target> targets)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Demand", "Year", "Indicator", "Population", "Target");
        foreach (var target in targets)
        {
            var year = target.Year is 0 ? "–" : target.Vision ? $"{target.Year} vision" : $"{target.Year}";
            table.AddRow(new[] { PlanSheet.Threshold(target.Threshold), year, target.Indicator, target.Population, target.Name["targets/".Length..] }.Select(cell => new Text(cell)));
        }

        console.Write(table);
        console.WriteLine($"{targets.Count} targets in force.");
    }
}
