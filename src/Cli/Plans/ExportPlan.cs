using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan export</c>: a plan as JSON, as a workbook, or as a Word document laid out by the decree.</summary>
internal static class ExportPlan
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var format = new Option<string>("--format") { Description = "json, xlsx or docx.", DefaultValueFactory = _ => "docx" };
        format.AcceptOnlyFromAmong("json", "xlsx", "docx");
        var to = new Option<FileInfo?>("--to") { Description = "File to write. Default: the plan's number, here. A file that exists is left as it is." };
        var on = new Option<string?>("--on") { Description = "As it was, or will be, in force on this day. Default: today." };
        var known = new Option<DateTimeOffset?>("--known-at") { Description = "As the register knew it at this time. Default: now." };
        var command = new Command("export", "Write a plan to a file, consolidated with its amendments.") { name, format, to, on, known };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ExportPlanRequest
            {
                Name = PlanCommands.NameOf(parsed.GetValue(name)!),
                Format = parsed.GetValue(format) switch { "json" => ExportFormat.Json, "xlsx" => ExportFormat.Xlsx, _ => ExportFormat.Docx },
                InForceOn = parsed.GetValue(on) is { } day ? Said.Day(day) : null,
                KnownAt = parsed.GetValue(known) is { } time ? Timestamp.FromDateTimeOffset(time) : null,
            };
            using var call = connection.Plans.ExportPlan(request, Connection.Call(cancellation));
            if (!await call.ResponseStream.MoveNext(cancellation))
                throw new IOException("The export did not come.");
            var file = call.ResponseStream.Current.File;
            var path = parsed.GetValue(to)?.FullName ?? Path.GetFullPath(Path.GetFileName(file.FileName));
            await SavedFile.Write(path, file.Sha256, call.ResponseStream, message => message.Chunk, cancellation);
            screen.ShowObject(new { file = path, sha256 = file.Sha256, size_bytes = file.SizeBytes }, console => console.MarkupLineInterpolated($"{path}"));
            return Exit.Ok;
        });
        return command;
    }
}
