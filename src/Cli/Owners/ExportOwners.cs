using System.CommandLine;
using System.Security.Cryptography;
using Grpc.Core;
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
            var bytes = new MemoryStream();
            await foreach (var message in call.ResponseStream.ReadAllAsync(cancellation))
                bytes.Write(message.Chunk.Span);
            if (Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())) != file.Sha256)
                throw new IOException("The bytes that came are not those that were announced; try again.");
            var path = parsed.GetValue(to)?.FullName ?? Path.GetFullPath(Path.GetFileName(file.FileName));
            await Write(path, bytes.ToArray(), cancellation);
            screen.ShowObject(new { file = path, sha256 = file.Sha256, size_bytes = file.SizeBytes }, console => console.MarkupLineInterpolated($"{path}"));
            return Exit.Ok;
        });
        return command;
    }

    private static async System.Threading.Tasks.Task Write(string path, byte[] bytes, CancellationToken cancellation)
    {
        await using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await output.WriteAsync(bytes, cancellation);
    }
}
