using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Reporting.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Reporting;

/// <summary><c>spp duty</c>: who has to report, and from when on it counts.</summary>
internal static class DutyCommands
{
    public static Command All() => new("duty", "Reporting duties in force (chế độ báo cáo).") { List(), Track() };

    public static Task<IReadOnlyList<Duty>> Of(string plan, Connection connection, CancellationToken cancellation) =>
        Pages.All<Duty>(async token =>
        {
            var page = await connection.Duties.ListDutiesAsync(new() { Plan = plan, PageSize = 1000, PageToken = token }, Connection.Call(cancellation));
            return (page.Duties, page.NextPageToken);
        });

    private static Command List()
    {
        var plan = new Option<string?>("--plan") { Description = "Only those of this plan." };
        var command = new Command("list", "List reporting duties.") { plan };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var duties = await Of(Said.NameOf(parsed.GetValue(plan) ?? "", "plans"), connection, cancellation);
            screen.ShowAll(duties, console => console.Write(
                ["Who", "To", "Via", "How often", "State", "Counts from", "To look at", "Duty"], [.. duties.Select(Row)], "No duties."));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Track()
    {
        var plan = PlanCommands.PlanArgument();
        var from = new Argument<string>("DATE") { Description = "The first day, yyyy-mm-dd." };
        var command = new Command("track", "Set from when on the duties of a plan count; opens what is due from then on.") { plan, from };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new TrackPlanRequest
            {
                Plan = PlanCommands.NameOf(parsed.GetValue(plan)!),
                TrackFrom = Said.Day(parsed.GetValue(from)!),
                RequestId = Said.NewRequest(),
            };
            var answer = await connection.Duties.TrackPlanAsync(request, Connection.Call(cancellation));
            screen.Show(answer, console => console.WriteLine($"{answer.OpenedRounds.Count} rounds opened."));
            return Exit.Ok;
        });
        return command;
    }

    private static string[] Row(Duty duty) =>
    [
        string.Join("; ", duty.Reporters.Select(party => party.Text)),
        string.Join("; ", duty.Addressees.Select(party => party.Text)),
        duty.Via?.Text ?? "",
        duty.Frequency.ToString(),
        duty.State.ToString(),
        PlanTable.Of(duty.TrackFrom),
        string.Join(", ", duty.Findings),
        duty.Name["duties/".Length..],
    ];
}
