using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Indicators.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Indicators;

/// <summary><c>spp observe</c>: one value of a target's indicator.</summary>
internal static class ObserveCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("TARGET") { Description = "targets/ID, or the ID alone." };
        var agency = new Option<string>("--agency") { Description = "Who gives the value: agencies/ID or scheme:code.", Required = true };
        var period = new Option<string>("--period") { Description = "2024, 2024-H1, 2024-Q3 or 2024-11.", Required = true };
        var value = new Option<string?>("--value") { Description = "A decimal number in the unit of the target, such as 97.5." };
        var achieved = new Option<bool?>("--achieved") { Description = "For a target without a number: true or false. Say the evidence with --note." };
        var estimate = new Option<bool>("--estimate") { Description = "Expected of a period that has not closed (ước thực hiện)." };
        var source = new Option<string?>("--source") { Description = "Where the value comes from." };
        var note = new Option<string?>("--note") { Description = "What else there is to say." };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check and rate, record nothing." };
        var command = new Command("observe", "Record a value and rate its target.") { target, agency, period, value, achieved, estimate, source, note, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var observation = new Observation
            {
                Target = Said.NameOf(parsed.GetValue(target)!, "targets"),
                Agency = Said.NameOf(parsed.GetValue(agency)!, "agencies"),
                Period = parsed.GetValue(period),
                Value = parsed.GetValue(value) ?? "",
                Estimate = parsed.GetValue(estimate),
                Source = parsed.GetValue(source) ?? "",
                Note = parsed.GetValue(note) ?? "",
            };
            if (parsed.GetValue(achieved) is { } reached)
                observation.Achieved = reached;
            var request = new RecordObservationRequest { Observation = observation, RequestId = Said.NewRequest(), ValidateOnly = parsed.GetValue(dryRun) };
            var answer = await connection.Observations.RecordObservationAsync(request, Connection.Call(cancellation));
            screen.Show(answer, console => console.WriteLine(
                $"{answer.Observation.Name}, revision {answer.Observation.Revision}: {answer.Rating.Verdict}. {answer.Rating.Explanation}"));
            return Exit.Ok;
        });
        return command;
    }
}
