using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Indicators.V1;

namespace SocialPolicy.Cli.Indicators;

/// <summary><c>spp scorecard</c>: where a plan stands in a period.</summary>
internal static class ScorecardCommand
{
    public static Command Create()
    {
        var plan = PlanCommands.PlanArgument();
        var period = new Argument<string>("PERIOD") { Description = "2024, 2024-H1, 2024-Q3 or 2024-11." };
        var agency = new Option<string?>("--agency") { Description = "Only values of this agency: agencies/ID or scheme:code." };
        var command = new Command("scorecard", "The standard table of a plan: targets, values, ratings.") { plan, period, agency };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new GetScorecardRequest
            {
                Plan = PlanCommands.NameOf(parsed.GetValue(plan)!),
                Period = parsed.GetValue(period),
                Agency = Said.NameOf(parsed.GetValue(agency) ?? "", "agencies"),
            };
            var card = await connection.Observations.GetScorecardAsync(request, Connection.Call(cancellation));
            screen.Show(card, console => console.Write(
                ["Indicator", "Demand", "Year", "Value", "Year before", "% of demand", "Verdict"], [.. card.Rows.Select(Row)], "No targets."));
            return Exit.Ok;
        });
        return command;
    }

    private static string[] Row(Scorecard.Types.Row row) =>
    [
        row.Target.Indicator,
        Wording.Demand(row.Target.Threshold),
        row.Target.Year is 0 ? "–" : $"{row.Target.Year}",
        row.Observation?.Value ?? "",
        row.YearBefore?.Value ?? "",
        row.Rating?.PercentOfTarget ?? "",
        row.Rating?.Verdict.ToString() ?? "",
    ];
}
