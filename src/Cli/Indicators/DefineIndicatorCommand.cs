using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Indicators.V1;

namespace SocialPolicy.Cli.Indicators;

/// <summary><c>spp indicator define</c>: how an indicator is counted from a day on.</summary>
internal static class DefineIndicatorCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("INDICATOR") { Description = IndicatorCommands.Which };
        var text = new Option<string>("--text") { Description = "How it is counted.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why there is this version.", Required = true };
        var from = new Option<string?>("--from") { Description = "The first day it is counted so, yyyy-mm-dd. Default: from the beginning." };
        var breaks = new Option<bool>("--breaks-series") { Description = "Values from that day on cannot be compared with those before." };
        var numerator = new Option<string?>("--numerator") { Description = "What is counted above the line." };
        var denominator = new Option<string?>("--denominator") { Description = "What is counted below the line." };
        var source = new Option<string?>("--source") { Description = "Who keeps the figures." };
        var frequency = new Option<string?>("--frequency") { Description = "How often they come." };
        var basis = new Option<string?>("--basis") { Description = "What it rests on." };
        var verified = new Option<bool>("--verified") { Description = "It was compared with its source." };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("define", "Add a version of the definition.")
            { name, text, reason, from, breaks, numerator, denominator, source, frequency, basis, verified, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var definition = new IndicatorDefinition
            {
                Text = parsed.GetValue(text),
                Reason = parsed.GetValue(reason),
                ValidFrom = parsed.GetValue(from) is { } day ? Said.Day(day) : null,
                BreaksSeries = parsed.GetValue(breaks),
                Numerator = parsed.GetValue(numerator) ?? "",
                Denominator = parsed.GetValue(denominator) ?? "",
                SourceAgency = parsed.GetValue(source) ?? "",
                Frequency = parsed.GetValue(frequency) ?? "",
                LegalBasis = parsed.GetValue(basis) ?? "",
                Verified = parsed.GetValue(verified),
            };
            var request = new DefineIndicatorRequest
            {
                Name = Said.NameOf(parsed.GetValue(name)!, "indicators"), Definition = definition, RequestId = Said.NewRequest(), ValidateOnly = parsed.GetValue(dryRun),
            };
            var indicator = await connection.Indicators.DefineIndicatorAsync(request, Connection.Call(cancellation));
            screen.Show(indicator, console => IndicatorSheet.Write(console, indicator));
            return Exit.Ok;
        });
        return command;
    }
}
