using System.CommandLine;
using System.Globalization;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Indicators.V1;
using Spectre.Console;
using static SocialPolicy.Indicators.V1.GetObservationTemplateRequest.Types;

namespace SocialPolicy.Cli.Indicators;

/// <summary><c>spp indicator template</c>: a file in which values are entered.</summary>
internal static class TemplateCommand
{
    private const string Words = "year, half, quarter, month";

    public static Command Create()
    {
        var agency = new Option<string>("--agency") { Description = "Who will give the values: agencies/ID or scheme:code.", Required = true };
        var indicators = new Option<string[]>("--indicator") { Description = $"{IndicatorCommands.Which} Repeat for each." };
        var plan = new Option<string?>("--plan") { Description = "The indicators of this plan's targets too." };
        var periods = new Option<string[]>("--period") { Description = "2024, 2024-H1, 2024-Q3 or 2024-11. Repeat for each, or name a --year." };
        var year = new Option<int?>("--year") { Description = "All periods of this year." };
        var each = new Option<string>("--each") { Description = $"What periods of the year: {Words}.", DefaultValueFactory = _ => "month" };
        var form = new Option<Form>("--form") { Description = "rows: a row for each value; periods, indicators: a column for each of them.", DefaultValueFactory = _ => Form.Rows };
        var csv = new Option<bool>("--csv") { Description = "A CSV file instead of a workbook." };
        var level = new Option<string?>("--level") { Description = "Units of this level: province, district or commune. Default: those directly below." };
        var own = new Option<bool>("--own-unit") { Description = "The unit of the agency too." };
        var estimate = new Option<bool>("--estimate") { Description = "What is expected (ước thực hiện) instead of what was done." };
        var to = new Option<FileInfo?>("--to") { Description = "File to write. Default: a name made of the agency's code, here. A file that exists is left as it is." };
        var command = new Command("template", "Write a file in which an agency enters values, for upload to take back (biểu mẫu số liệu).")
        {
            agency, indicators, plan, periods, year, each, form, csv, level, own, estimate, to,
        };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new GetObservationTemplateRequest
            {
                Agency = Said.NameOf(parsed.GetValue(agency)!, "agencies"),
                Indicators = { (parsed.GetValue(indicators) ?? []).Select(one => Said.NameOf(one, "indicators")) },
                Plan = parsed.GetValue(plan) is { } named ? PlanCommands.NameOf(named) : "",
                Periods = { parsed.GetValue(periods) ?? [], parsed.GetValue(year) is { } all ? PeriodsOf(all, parsed.GetValue(each)!) : [] },
                Form = parsed.GetValue(form),
                Format = parsed.GetValue(csv) ? Format.Csv : Format.Xlsx,
                Level = parsed.GetValue(level) ?? "",
                OwnUnit = parsed.GetValue(own),
                Estimate = parsed.GetValue(estimate),
            };
            using var call = connection.Observations.GetObservationTemplate(request, Connection.LongCall(cancellation));
            if (!await call.ResponseStream.MoveNext(cancellation))
                throw new IOException("The file did not come.");
            var file = call.ResponseStream.Current.File;
            var path = parsed.GetValue(to)?.FullName ?? Path.GetFullPath(Path.GetFileName(file.FileName));
            await SavedFile.Write(path, file.Sha256, call.ResponseStream, message => message.Chunk, cancellation);
            screen.ShowObject(new { file = path, sha256 = file.Sha256, size_bytes = file.SizeBytes }, console => console.MarkupLineInterpolated($"{path}"));
            return Exit.Ok;
        });
        return command;
    }

    /// <summary>The periods of a year.</summary>
    /// <exception cref="IOException">It is none of the words.</exception>
    public static IEnumerable<string> PeriodsOf(int year, string each)
    {
        var written = year.ToString("0000", CultureInfo.InvariantCulture);
        return each switch
        {
            "year" => [written],
            "half" => [$"{written}-H1", $"{written}-H2"],
            "quarter" => Enumerable.Range(1, 4).Select(number => $"{written}-Q{number}"),
            "month" => Enumerable.Range(1, 12).Select(number => $"{written}-{number:00}"),
            _ => throw new IOException($"'{each}' is none of {Words}."),
        };
    }
}
