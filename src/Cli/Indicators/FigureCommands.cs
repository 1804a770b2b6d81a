using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Indicators.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Indicators;

/// <summary><c>spp indicator series|compare|missing</c>: figures over time, beside each other, and missing.</summary>
internal static class FigureCommands
{
    private const string WhichUnit = "units/ID, the ID alone or scheme:code.";

    public static Command Series()
    {
        var indicator = new Argument<string>("INDICATOR") { Description = IndicatorCommands.Which };
        var unit = new Argument<string>("UNIT") { Description = WhichUnit };
        var (kind, part, asNow, picture) = (Kind(), Part(), AsNow(), Picture());
        var from = new Option<int>("--from") { Description = "The first year. Default: nine years before the last." };
        var to = new Option<int>("--to") { Description = "The last year. Default: this year." };
        var command = new Command("series", "Show an indicator in a unit over time, with its targets, pace and trend.") { indicator, unit, kind, from, to, part, asNow, picture };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new GetSeriesRequest
            {
                Indicator = Said.NameOf(parsed.GetValue(indicator)!, "indicators"),
                Unit = Said.NameOf(parsed.GetValue(unit)!, "units"),
                Kind = parsed.GetValue(kind),
                FromYear = parsed.GetValue(from),
                ToYear = parsed.GetValue(to),
                Part = parsed.GetValue(part) ?? "",
                Boundaries = parsed.GetValue(asNow) ? Boundaries.Now : Boundaries.Unspecified,
                ShowEstimates = true,
            };
            if (parsed.GetValue(picture) is { } file)
                return await Save(file, screen, await connection.Figures.DrawSeriesAsync(new() { Series = request }, Connection.Call(cancellation)), cancellation);
            var series = await connection.Figures.GetSeriesAsync(request, Connection.Call(cancellation));
            screen.Show(series, console => FigureSheet.Write(console, series));
            return Exit.Ok;
        });
        return command;
    }

    public static Command Compare()
    {
        var indicator = new Argument<string>("INDICATOR") { Description = IndicatorCommands.Which };
        var period = Period();
        var (area, level, part, asNow, picture) = (Area(), Level(), Part(), AsNow(), Picture());
        var own = new Option<string?>("--own") { Description = "The unit that a picture points out: " + WhichUnit };
        var command = new Command("compare", "Rank the units of an area by an indicator.") { indicator, period, area, level, part, asNow, picture, own };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new CompareUnitsRequest
            {
                Indicator = Said.NameOf(parsed.GetValue(indicator)!, "indicators"),
                Period = parsed.GetValue(period),
                Area = Said.NameOf(parsed.GetValue(area) ?? "", "units"),
                Level = parsed.GetValue(level),
                Boundaries = parsed.GetValue(asNow) ? Boundaries.Now : Boundaries.Unspecified,
                Part = parsed.GetValue(part) ?? "",
            };
            var drawn = new DrawComparisonRequest { Comparison = request, Unit = Said.NameOf(parsed.GetValue(own) ?? "", "units") };
            if (parsed.GetValue(picture) is { } file)
                return await Save(file, screen, await connection.Figures.DrawComparisonAsync(drawn, Connection.Call(cancellation)), cancellation);
            var comparison = await connection.Figures.CompareUnitsAsync(request, Connection.Call(cancellation));
            screen.Show(comparison, console => FigureSheet.Write(console, comparison));
            return Exit.Ok;
        });
        return command;
    }

    public static Command Missing()
    {
        var period = Period();
        var indicator = new Option<string?>("--indicator") { Description = "Of this one: " + IndicatorCommands.Which };
        var plan = new Option<string?>("--plan") { Description = "Of those that this plan asks for." };
        var (area, level) = (Area(), Level());
        var command = new Command("missing", "List who has no data of an indicator, or of a plan.") { period, indicator, plan, area, level };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var rows = await Pages.All<ListMissingResponse.Types.Row>(async token =>
            {
                var request = new ListMissingRequest
                {
                    Indicator = Said.NameOf(parsed.GetValue(indicator) ?? "", "indicators"),
                    Plan = parsed.GetValue(plan) is { } named ? PlanCommands.NameOf(named) : "",
                    Period = parsed.GetValue(period),
                    Area = Said.NameOf(parsed.GetValue(area) ?? "", "units"),
                    Level = parsed.GetValue(level),
                    PageSize = 1000,
                    PageToken = token,
                };
                var page = await connection.Figures.ListMissingAsync(request, Connection.Call(cancellation));
                return (page.Rows, page.NextPageToken);
            });
            screen.ShowAll(rows, console => FigureSheet.Write(console, rows));
            return Exit.Ok;
        });
        return command;
    }

    private static Argument<string> Period() => new("PERIOD") { Description = "2024, 2024-H1, 2024-Q3, 2024-11 or a day." };

    private static Option<string?> Area() => new("--area") { Description = "The area; without it, the whole installation: " + WhichUnit };

    private static Option<string?> Part() => new("--part") { Description = "The part (phân tổ), such as area=rural." };

    private static Option<bool> AsNow() => new("--as-now") { Description = "Units as they are today, with all that they took over." };

    private static Option<FileInfo?> Picture() => new("--svg") { Description = "Draw it into this file instead, which must not exist yet." };

    private static Option<PeriodKind> Kind() => new Option<PeriodKind>("--kind") { Description = "How long its periods are. Default: years." }.Among();

    private static Option<UnitLevel> Level() => new Option<UnitLevel>("--level") { Description = "Their level. Default: the one right below the area." }.Among();

    private static async Task<int> Save(FileInfo file, Screen screen, Picture picture, CancellationToken cancellation)
    {
        await using (var stream = new FileStream(file.FullName, FileMode.CreateNew, FileAccess.Write))
        await using (var writer = new StreamWriter(stream))
            await writer.WriteAsync(picture.Svg.AsMemory(), cancellation);
        screen.ShowObject(new { file = file.FullName, picture.ContentType }, console => console.WriteLine($"Drawn into {file.FullName}."));
        return Exit.Ok;
    }
}
