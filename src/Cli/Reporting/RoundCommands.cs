using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Reporting.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Reporting;

/// <summary><c>spp round</c>: periods for which reports are asked.</summary>
internal static class RoundCommands
{
    public static Command All() => new("round", "Reporting rounds (kỳ báo cáo).") { List(), Open() };

    public static Task<IReadOnlyList<Round>> Of(string plan, Connection connection, CancellationToken cancellation) =>
        Pages.All<Round>(async token =>
        {
            var page = await connection.Rounds.ListRoundsAsync(new() { Plan = plan, PageSize = 500, PageToken = token }, Connection.Call(cancellation));
            return (page.Rounds, page.NextPageToken);
        });

    private static Command List()
    {
        var plan = new Option<string?>("--plan") { Description = "Only those of this plan." };
        var command = new Command("list", "List rounds, the one due first at the top.") { plan };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var rounds = await Of(Said.NameOf(parsed.GetValue(plan) ?? "", "plans"), connection, cancellation);
            screen.ShowAll(rounds, console => Write(console, rounds));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Open()
    {
        var duty = new Argument<string>("DUTY") { Description = "duties/ID, or the ID alone." };
        var period = new Option<string>("--period") { Description = "2024, 2024-H1, 2024-Q3 or 2024-11.", Required = true };
        var due = new Option<string>("--due") { Description = "The last day, yyyy-mm-dd.", Required = true };
        var letter = new Option<string>("--letter") { Description = "Number of the letter that asks for it.", Required = true };
        var cutoff = new Option<string?>("--cutoff") { Description = "The last day whose data count, yyyy-mm-dd." };
        var reporters = new Option<string[]>("--reporter") { Description = "An agency to ask, agencies/ID or scheme:code. Repeat for each. Default: the duty's." };
        var receiver = new Option<string?>("--receiver") { Description = "The agency that receives. Default: the duty's." };
        var command = new Command("open", "Open a round by a letter.") { duty, period, due, letter, cutoff, reporters, receiver };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new OpenRoundRequest
            {
                Duty = Said.NameOf(parsed.GetValue(duty)!, "duties"),
                Period = parsed.GetValue(period),
                Due = Said.Day(parsed.GetValue(due)!),
                Cutoff = parsed.GetValue(cutoff) is { } day ? Said.Day(day) : null,
                LetterNumber = parsed.GetValue(letter),
                Reporters = { (parsed.GetValue(reporters) ?? []).Select(agency => Said.NameOf(agency, "agencies")) },
                Receiver = Said.NameOf(parsed.GetValue(receiver) ?? "", "agencies"),
                RequestId = Said.NewRequest(),
            };
            var round = await connection.Rounds.OpenRoundAsync(request, Connection.Call(cancellation));
            screen.Show(round, console => Write(console, [round]));
            return Exit.Ok;
        });
        return command;
    }

    private static void Write(IAnsiConsole console, IReadOnlyCollection<Round> rounds) => console.Write(
        ["Period", "Due", "Why", "Letter", "Asked", "Owed", "Submitted", "On time", "Late", "Overdue", "Round"],
        [
            .. rounds.Select(round => new[]
            {
                round.Period, PlanTable.Of(round.Due?.Date), round.Due?.Explanation ?? "", round.LetterNumber,
                round.History ? "history" : $"{round.Counts.Total}", $"{round.Counts.Owed}", $"{round.Counts.Submitted}",
                $"{round.Counts.OnTime}", $"{round.Counts.Late}", $"{round.Counts.Overdue}", round.Name["rounds/".Length..],
            }),
        ],
        "No rounds.");
}
