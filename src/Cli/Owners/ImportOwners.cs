using System.CommandLine;
using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Owners;

/// <summary><c>spp owner import</c>: the workbook comes back. Bad rows are all listed first; then nothing is taken.</summary>
internal static class ImportOwners
{
    private const int ChunkSize = 256 * 1024;

    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var path = new Argument<FileInfo>("FILE") { Description = "The workbook (.xlsx)." };
        path.AcceptExistingOnly();
        var from = new Option<string?>("--from") { Description = "From which day on, yyyy-mm-dd. Default: today." };
        var reason = new Option<string?>("--reason") { Description = "Why." };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check and list bad rows, store nothing." };
        var command = new Command("import", "Take a workbook of owners back: the rows that were changed are assigned in one act.") { name, path, from, reason, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var bytes = await File.ReadAllBytesAsync(parsed.GetValue(path)!.FullName, cancellation);
            var file = new ImportOwnersRequest.Types.File
            {
                Plan = PlanCommands.NameOf(parsed.GetValue(name)!),
                FileName = parsed.GetValue(path)!.Name,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                From = parsed.GetValue(from) is { } day ? Said.Day(day) : null,
                Reason = parsed.GetValue(reason) ?? "",
                ValidateOnly = true,
            };
            var answer = await Send(connection, file, bytes, cancellation);
            if (answer.Errors.Count == 0 && !parsed.GetValue(dryRun))
                answer = await Send(connection, new(file) { ValidateOnly = false, RequestId = Said.NewRequest() }, bytes, cancellation);
            screen.Show(answer, console =>
            {
                if (answer.Errors.Count > 0)
                    console.Write(["Row", "Column", "Reason", ""], [.. answer.Errors.Select(error => new[] { $"{error.Row}", error.Column, error.Reason, error.Message })], "");
                console.WriteLine($"{answer.AssignedCount} assigned, {answer.UnchangedCount} left as they are{(answer.Errors.Count > 0 ? $", {answer.Errors.Count} errors: nothing was taken" : "")}.");
            });
            return answer.Errors.Count > 0 ? Exit.Refused : Exit.Ok;
        });
        return command;
    }

    private static async Task<ImportOwnersResponse> Send(Connection connection, ImportOwnersRequest.Types.File file, byte[] bytes, CancellationToken cancellation)
    {
        using var call = connection.Owners.ImportOwners(Connection.Call(cancellation));
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
