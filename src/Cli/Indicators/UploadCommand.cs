using System.CommandLine;
using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Indicators.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Indicators;

/// <summary><c>spp indicator upload</c>: the values of a file, as one act.</summary>
internal static class UploadCommand
{
    private const int ChunkSize = 256 * 1024;

    public static Command Create()
    {
        var path = new Argument<FileInfo>("FILE") { Description = "CSV in UTF-8 or a workbook (.xlsx); its first row names the columns." };
        path.AcceptExistingOnly();
        var agency = new Option<string>("--agency") { Description = "Who gives the values: agencies/ID or scheme:code.", Required = true };
        var source = new Option<string?>("--source") { Description = "Where the values come from. Default: the name of the file." };
        var reason = new Option<string?>("--reason") { Description = "Why values that were given before are given anew." };
        var skip = new Option<bool>("--skip-bad-rows") { Description = "Keep the rows that can be kept. Default: none, unless all can." };
        var dryRun = new Option<bool>("--dry-run", "--validate-only") { Description = "Check and list bad rows, store nothing." };
        var command = new Command("upload", "Record the values of a file as one act (nạp số liệu).") { path, agency, source, reason, skip, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var bytes = await File.ReadAllBytesAsync(parsed.GetValue(path)!.FullName, cancellation);
            var file = new ImportObservationsRequest.Types.File
            {
                Agency = Said.NameOf(parsed.GetValue(agency)!, "agencies"),
                FileName = parsed.GetValue(path)!.Name,
                Source = parsed.GetValue(source) ?? "",
                Reason = parsed.GetValue(reason) ?? "",
                Mode = parsed.GetValue(skip) ? ObservationBatch.Types.Mode.SkipBadRows : ObservationBatch.Types.Mode.AllOrNothing,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                RequestId = Said.NewRequest(),
                ValidateOnly = parsed.GetValue(dryRun),
            };
            var answer = await Send(connection, file, bytes, cancellation);
            screen.Show(answer, console =>
            {
                if (answer.RefusedRows.Count > 0)
                    console.Write(UploadSheet.Columns, [.. answer.RefusedRows.Select(UploadSheet.Row)], "");
                console.WriteLine(UploadSheet.Summary(answer, file));
            });
            return UploadSheet.IsTaken(answer, file) ? Exit.Ok : Exit.Refused;
        });
        return command;
    }

    private static async Task<RecordObservationsResponse> Send(Connection connection, ImportObservationsRequest.Types.File file, byte[] bytes, CancellationToken cancellation)
    {
        using var call = connection.Observations.ImportObservations(Connection.LongCall(cancellation));
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
