using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Indicators.V1;
using SocialPolicy.Types.V1;
using static SocialPolicy.Indicators.V1.Indicator.Types;

namespace SocialPolicy.Cli.Indicators;

/// <summary><c>spp indicator create</c>: one that the catalogue does not have.</summary>
internal static class CreateIndicatorCommand
{
    public static Command Create()
    {
        var code = new Argument<string>("CODE") { Description = "Lower-case words joined by underscores: ty_le_ho_ngheo." };
        var name = new Option<string>("--name") { Description = "Its name in Vietnamese.", Required = true };
        var english = new Option<string?>("--name-en") { Description = "Its name in English." };
        var theme = new Option<string>("--theme") { Description = "The field of policy: giam_ngheo.", Required = true };
        var judgement = new Option<bool>("--judgement") { Description = "A person says whether it is achieved; there is no number." };
        var unit = new Option<string?>("--unit") { Description = "As targets write it: %, người, giường/10.000 dân." };
        var scale = new Option<string?>("--scale") { Description = "Of a ratio: 100 for %." };
        var overUnits = new Option<OverUnits?>("--over-units") { Description = "How units add up." };
        var overTime = new Option<OverTime?>("--over-time") { Description = "How periods add up." };
        var direction = new Option<Direction?>("--better") { Description = "Which way is better." };
        var population = new Option<string?>("--population") { Description = "Whom or what it is measured on." };
        var least = new Option<string?>("--least") { Description = "The least value it can have." };
        var most = new Option<string?>("--most") { Description = "The greatest value it can have." };
        var aliases = new Option<string[]>("--alias") { Description = "Another name of the same number. May be given several times." };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("create", "Add an indicator to the catalogue.")
            { code, name, english, theme, judgement, unit, scale, overUnits, overTime, direction, population, least, most, aliases, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var indicator = new Indicator
            {
                Code = parsed.GetValue(code),
                DisplayName = parsed.GetValue(name),
                DisplayNameEn = parsed.GetValue(english) ?? "",
                Theme = parsed.GetValue(theme),
                Kind = parsed.GetValue(judgement) ? Kind.Judgement : Kind.Number,
                Unit = parsed.GetValue(unit) ?? "",
                Scale = parsed.GetValue(scale) ?? "",
                OverUnits = parsed.GetValue(overUnits) ?? OverUnits.Unspecified,
                OverTime = parsed.GetValue(overTime) ?? OverTime.Unspecified,
                Direction = parsed.GetValue(direction) ?? Direction.Unspecified,
                Population = parsed.GetValue(population) ?? "",
                Least = parsed.GetValue(least) ?? "",
                Most = parsed.GetValue(most) ?? "",
                Aliases = { (parsed.GetValue(aliases) ?? []).Select(alias => new Alias { DisplayName = alias }) },
            };
            var request = new CreateIndicatorRequest { Indicator = indicator, RequestId = Said.NewRequest(), ValidateOnly = parsed.GetValue(dryRun) };
            var created = await connection.Indicators.CreateIndicatorAsync(request, Connection.Call(cancellation));
            screen.Show(created, console => IndicatorSheet.Write(console, created));
            return Exit.Ok;
        });
        return command;
    }
}
