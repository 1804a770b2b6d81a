using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Indicators.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Indicators;

/// <summary><c>spp target list</c>: what Indicators measures against.</summary>
internal static class TargetCommands
{
    public static Command All() => new("target", "Targets in force (chỉ tiêu).")
    {
        List(), Override(), AllocationCommands.Allocate(), AllocationCommands.Show(), AllocationCommands.Template(),
    };

    public static Task<IReadOnlyList<Target>> Of(string plan, Connection connection, CancellationToken cancellation, string indicator = "") =>
        Pages.All<Target>(async token =>
        {
            var page = await connection.Targets.ListTargetsAsync(new() { Plan = plan, Indicator = indicator, PageSize = 1000, PageToken = token }, Connection.Call(cancellation));
            return (page.Targets, page.NextPageToken);
        });

    private static Command List()
    {
        var plan = new Option<string?>("--plan") { Description = "Only those of this plan." };
        var indicator = new Option<string?>("--indicator") { Description = "Only those that ask for this one: indicators/ID or spp:code." };
        var command = new Command("list", "List targets in force.") { plan, indicator };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var named = Said.NameOf(parsed.GetValue(indicator) ?? "", "indicators");
            var targets = await Of(parsed.GetValue(plan) is { } said ? PlanCommands.NameOf(said) : "", connection, cancellation, named);
            screen.ShowAll(targets, console => Write(console, targets));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Override()
    {
        var target = new Argument<string>("TARGET") { Description = "targets/ID, or the ID alone." };
        var verdict = new Argument<Rating.Types.Verdict>("VERDICT") { Description = "What it is instead of what the rules say." }.Among();
        var reason = new Option<string>("--reason") { Description = "Why.", Required = true };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("override", "Say that a target stands otherwise than the rules say (đánh giá lại).") { target, verdict, reason, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new OverrideRatingRequest
            {
                Target = Said.NameOf(parsed.GetValue(target)!, "targets"),
                Verdict = parsed.GetValue(verdict),
                Reason = parsed.GetValue(reason),
                RequestId = Said.NewRequest(),
                ValidateOnly = parsed.GetValue(dryRun),
            };
            var overridden = await connection.Targets.OverrideRatingAsync(request, Connection.Call(cancellation));
            screen.Show(overridden, console => console.WriteLine($"{overridden.Indicator}: {overridden.Rating.Verdict}, where the rules say {overridden.Rating.Override.Ruled}."));
            return Exit.Ok;
        });
        return command;
    }

    private static void Write(IAnsiConsole console, IReadOnlyList<Target> targets)
    {
        console.Write(["Demand", "Year", "Indicator", "Population", "Verdict", "Target"], [.. targets.Select(Row)], "No targets.");
        console.WriteLine($"{targets.Count} targets in force.");
    }

    private static string[] Row(Target target) =>
    [
        Wording.Demand(target.Threshold),
        target.Year is 0 ? "–" : target.Vision ? $"{target.Year} vision" : $"{target.Year}",
        target.Indicator,
        target.Population,
        target.Rating?.Verdict.ToString() ?? "",
        target.Name["targets/".Length..],
    ];
}
