using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Indicators.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Indicators;

/// <summary><c>spp indicator</c>: the catalogue of what is measured.</summary>
internal static class IndicatorCommands
{
    /// <summary>How a command takes an indicator.</summary>
    public const string Which = "indicators/ID, the ID alone or spp:code.";

    public static Command All() => new("indicator", "The catalogue of indicators (chỉ tiêu thống kê).")
    {
        List(), Show(), CreateIndicatorCommand.Create(), DefineIndicatorCommand.Create(), Assign(),
        FigureCommands.Series(), FigureCommands.Compare(), FigureCommands.Missing(),
        TemplateCommand.Create(), UploadCommand.Create(), VerifyCommand.Create(),
    };

    private static Command List()
    {
        var text = new Argument<string?>("TEXT") { Description = "Words of the name, with diacritics or without.", Arity = ArgumentArity.ZeroOrOne };
        var theme = new Option<string?>("--theme") { Description = "Only those of this theme, such as giam_ngheo." };
        var retired = new Option<bool>("--retired") { Description = "Retired ones too." };
        var command = new Command("list", "List indicators.") { text, theme, retired };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var indicators = await Pages.All<Indicator>(async token =>
            {
                var request = new ListIndicatorsRequest
                {
                    Text = parsed.GetValue(text) ?? "", Theme = parsed.GetValue(theme) ?? "", ShowRetired = parsed.GetValue(retired), PageSize = 1000, PageToken = token,
                };
                var page = await connection.Indicators.ListIndicatorsAsync(request, Connection.Call(cancellation));
                return (page.Indicators, page.NextPageToken);
            });
            screen.ShowAll(indicators, console => console.Write(["Code", "Name", "Unit", "Over units", "Over time", "Theme"], [.. indicators.Select(IndicatorSheet.Row)], "No indicators."));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Show()
    {
        var name = new Argument<string>("INDICATOR") { Description = Which };
        var command = new Command("show", "Show an indicator and its definitions.") { name };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var indicator = await connection.Indicators.GetIndicatorAsync(new() { Name = Said.NameOf(parsed.GetValue(name)!, "indicators") }, Connection.Call(cancellation));
            screen.Show(indicator, console => IndicatorSheet.Write(console, indicator));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Assign()
    {
        var target = new Argument<string>("TARGET") { Description = "targets/ID, or the ID alone." };
        var name = new Argument<string>("INDICATOR") { Description = Which };
        var reason = new Option<string?>("--reason") { Description = "Why it is this one." };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("assign", "Say that a target asks for another indicator.") { target, name, reason, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new AssignIndicatorRequest
            {
                Target = Said.NameOf(parsed.GetValue(target)!, "targets"),
                Indicator = Said.NameOf(parsed.GetValue(name)!, "indicators"),
                Reason = parsed.GetValue(reason) ?? "",
                RequestId = Said.NewRequest(),
                ValidateOnly = parsed.GetValue(dryRun),
            };
            var assigned = await connection.Targets.AssignIndicatorAsync(request, Connection.Call(cancellation));
            screen.Show(assigned, console => console.WriteLine($"{assigned.Indicator}: {assigned.IndicatorName}"));
            return Exit.Ok;
        });
        return command;
    }
}
