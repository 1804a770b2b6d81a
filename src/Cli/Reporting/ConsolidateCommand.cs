using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Reporting.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Reporting;

/// <summary><c>spp consolidate</c>: one document of the reports of a round.</summary>
internal static class ConsolidateCommand
{
    public static Command Create()
    {
        var round = new Argument<string>("ROUND") { Description = "rounds/ID, or the ID alone." };
        var submitted = new Option<bool>("--include-submitted") { Description = "Take reports that wait for acceptance too." };
        var command = new Command("consolidate", "Consolidate the reports of a round (tổng hợp).") { round, submitted };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ConsolidateRoundRequest
            {
                Round = Said.NameOf(parsed.GetValue(round)!, "rounds"),
                IncludeSubmitted = parsed.GetValue(submitted),
                RequestId = Said.NewRequest(),
            };
            var consolidation = await connection.Consolidations.ConsolidateRoundAsync(request, Connection.Call(cancellation));
            screen.Show(consolidation, console => Write(console, consolidation));
            return Exit.Ok;
        });
        return command;
    }

    private static void Write(IAnsiConsole console, Consolidation consolidation)
    {
        console.WriteLine($"{consolidation.Name}: period {consolidation.Period}, version {consolidation.Version}, {consolidation.Children.Count} reports, {consolidation.Missing.Count} missing");
        console.Write(
            ["Report of", "State", "Submission"],
            [.. consolidation.Children.Select(child => new[] { child.AgencyDisplayName, child.State.ToString(), $"{child.Submission}" })],
            "No reports.");
        console.Write(
            ["Missing"],
            [.. consolidation.Missing.Select(missing => new[] { missing.AgencyDisplayName + (missing.Requested ? " (invited)" : "") })],
            "Nobody is missing.");
    }
}
