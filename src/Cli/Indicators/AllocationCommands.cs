using System.CommandLine;
using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Indicators.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Indicators;

/// <summary><c>spp target allocate</c>, <c>allocation</c>, <c>allocation-template</c>: a target broken down by unit and year.</summary>
internal static class AllocationCommands
{
    private const int ChunkSize = 256 * 1024;

    public static Command Allocate()
    {
        var target = Target();
        var path = new Argument<FileInfo>("FILE") { Description = "CSV in UTF-8 or a workbook (.xlsx): a row for each unit, a column for each year." };
        path.AcceptExistingOnly();
        var reason = new Option<string?>("--reason") { Description = "By which decision." };
        var dryRun = new Option<bool>("--dry-run", "--validate-only") { Description = "Check, store nothing." };
        var command = new Command("allocate", "Break a target down by unit and year (giao chỉ tiêu).") { target, path, reason, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var bytes = await File.ReadAllBytesAsync(parsed.GetValue(path)!.FullName, cancellation);
            var file = new ImportAllocationRequest.Types.File
            {
                Target = Said.NameOf(parsed.GetValue(target)!, "targets"),
                FileName = parsed.GetValue(path)!.Name,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                Reason = parsed.GetValue(reason) ?? "",
                RequestId = Said.NewRequest(),
                ValidateOnly = parsed.GetValue(dryRun),
            };
            var allocation = await Send(connection, file, bytes, cancellation);
            screen.Show(allocation, console => AllocationSheet.Write(console, allocation));
            return Exit.Ok;
        });
        return command;
    }

    public static Command Show()
    {
        var target = Target();
        var command = new Command("allocation", "How a target is broken down.") { target };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new GetTargetAllocationRequest { Target = Said.NameOf(parsed.GetValue(target)!, "targets") };
            var allocation = await connection.Targets.GetTargetAllocationAsync(request, Connection.Call(cancellation));
            screen.Show(allocation, console => AllocationSheet.Write(console, allocation));
            return Exit.Ok;
        });
        return command;
    }

    public static Command Template()
    {
        var target = Target();
        var years = new Option<int[]>("--year") { Description = "Repeat for each. Default: the year of the target, and those that are broken down already." };
        var level = new Option<string?>("--level") { Description = "Units of this level: province, district or commune. Default: those directly below." };
        var csv = new Option<bool>("--csv") { Description = "A CSV file instead of a workbook." };
        var to = new Option<FileInfo?>("--to") { Description = "File to write. Default: giao-chi-tieu, here. A file that exists is left as it is." };
        var command = new Command("allocation-template", "Write a file in which shares of a target are entered, for allocate to take back.") { target, years, level, csv, to };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new GetAllocationTemplateRequest
            {
                Target = Said.NameOf(parsed.GetValue(target)!, "targets"), Years = { parsed.GetValue(years) ?? [] }, Level = parsed.GetValue(level) ?? "", Csv = parsed.GetValue(csv),
            };
            using var call = connection.Targets.GetAllocationTemplate(request, Connection.Call(cancellation));
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

    private static Argument<string> Target() => new("TARGET") { Description = "targets/ID, or the ID alone." };

    private static async Task<TargetAllocation> Send(Connection connection, ImportAllocationRequest.Types.File file, byte[] bytes, CancellationToken cancellation)
    {
        using var call = connection.Targets.ImportAllocation(Connection.Call(cancellation));
        try
        {
            await call.RequestStream.WriteAsync(new() { File = file }, cancellation);
            for (var start = 0; start < bytes.Length; start += ChunkSize)
                await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(bytes.AsSpan(start, Math.Min(ChunkSize, bytes.Length - start))) }, cancellation);
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // Refused before everything was sent: the answer below says why.
        }

        return await call.ResponseAsync;
    }
}
