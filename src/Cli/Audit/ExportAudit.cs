using System.CommandLine;
using Grpc.Core;
using SocialPolicy.Cli.Output;
using SocialPolicy.Operations.V1;

namespace SocialPolicy.Cli.Audit;

/// <summary><c>spp audit export</c>: JSON lines from which the chain can be verified without the database.</summary>
internal static class ExportAudit
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Where SERVICE.audit.jsonl is written. A file that exists is left as it is." };
        var service = AuditCommands.ServiceOption();
        var after = new Option<long>("--after") { Description = "Go on behind this segment; needs --service." };
        var command = new Command("export", "Write the audit log with its chain to files.") { folder, service, after };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            if (parsed.GetValue(after) > 0 && parsed.GetValue(service) is null)
                throw new IOException("Segments are numbered in each service: give --service with --after.");
            var files = new List<string>();
            foreach (var one in AuditCommands.Asked(parsed.GetValue(service)))
                files.Add(await Export(connection.Audit(one), parsed.GetValue(after), Path.Combine(parsed.GetValue(folder)!.FullName, $"{one}.audit.jsonl"), cancellation));

            screen.ShowObject(new { files }, _ => files.ForEach(Console.Out.WriteLine));
            return Exit.Ok;
        });
        return command;
    }

    // Whole or not at all.
    private static async Task<string> Export(AuditService.AuditServiceClient audit, long after, string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
            throw new IOException($"{path} exists already.");
        var part = $"{path}.{Guid.CreateVersion7():N}.part";
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            await using (var output = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                using var call = audit.ExportAudit(new() { AfterSegment = after }, cancellationToken: cancellation);
                await foreach (var message in call.ResponseStream.ReadAllAsync(cancellation))
                    await output.WriteAsync(message.Chunk.Memory, cancellation);
            }

            File.Move(part, path, overwrite: false);
            return path;
        }
        finally
        {
            File.Delete(part);
        }
    }
}
