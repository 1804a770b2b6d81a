using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan download</c>: the document of a plan, as it arrived or as the text that was read.</summary>
internal static class DownloadDocument
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var text = new Option<bool>("--text") { Description = "The text that was read, into which the places of all items point." };
        var to = new Option<FileInfo?>("--to") { Description = "File to write. Default: the document's own name, here. A file that exists is left as it is." };
        var command = new Command("download", "Write the document of a plan to a file.") { name, text, to };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new DownloadDocumentRequest
            {
                Name = PlanCommands.NameOf(parsed.GetValue(name)!),
                Form = parsed.GetValue(text) ? DocumentForm.Text : DocumentForm.Original,
            };
            using var call = connection.Plans.DownloadDocument(request, Connection.Call(cancellation));
            if (!await call.ResponseStream.MoveNext(cancellation))
                throw new IOException("The document did not come.");
            var file = call.ResponseStream.Current.File;
            var path = parsed.GetValue(to)?.FullName ?? Path.GetFullPath(Path.GetFileName(file.FileName) is { } own && own.Trim('.').Length > 0 ? own : file.Sha256);
            await SavedFile.Write(path, file.Sha256, call.ResponseStream, message => message.Chunk, cancellation);
            screen.ShowObject(new { file = path, sha256 = file.Sha256, size_bytes = file.SizeBytes }, console => console.MarkupLineInterpolated($"{path}"));
            return Exit.Ok;
        });
        return command;
    }
}
