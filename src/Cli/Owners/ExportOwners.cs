using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using Spectre.Console;

namespace SocialPolicy.Cli.Owners;

/// <summary><c>spp owner export</c>: a workbook to fill in.</summary>
internal static class ExportOwners
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var to = new Option<FileInfo?>("--to") { Description = "File to write. Default: a name made of the plan's number, here. A file that exists is left as it is." };
        var command = new Command("export", "Write a workbook (.xlsx) in which an officer enters owners.") { name, to };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            using var call = connection.Owners.ExportOwners(new() { Plan = PlanCommands.NameOf(parsed.GetValue(name)!) }, Connection.Call(cancellation));
            if (!await call.ResponseStream.MoveNext(cancellation))
                throw new IOException("The workbook did not come.");
            var file = call.ResponseStream.Current.File;
            var path = parsed.GetValue(to)?.FullName ?? Path.GetFullPath(Path.GetFileName(file.FileName));
            await SavedFile.Write(path, file.Sha256, call.ResponseStream, message => message.Chunk, cancellation);
            screen.ShowObject(new { file = path, sha256 = file.Sha256, size_bytes = file.SizeBytes }, console => console.MarkupLineInterpolated($"{path}"));
            return Exit.Ok;
        });
        return command;
    }
}
