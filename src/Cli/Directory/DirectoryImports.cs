using SocialPolicy.Cli.Installation;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Directory;

/// <summary>Sends the rows of the directory.</summary>
internal static class DirectoryImports
{
    private const int AtOnce = 500;

    public static async Task<ImportDirectoryResponse> Import(
        this DirectoryService.DirectoryServiceClient directory, DirectoryRows rows, string requestId, bool validateOnly, CancellationToken cancellation)
    {
        using var call = directory.ImportDirectory(Connection.Call(cancellation));
        try
        {
            await call.RequestStream.WriteAsync(new() { Options = new() { RequestId = requestId, ValidateOnly = validateOnly } }, cancellation);
            foreach (var part in rows.Units.Chunk(AtOnce))
                await call.RequestStream.WriteAsync(new() { Rows = new() { Units = { part } } }, cancellation);
            foreach (var part in rows.Agencies.Chunk(AtOnce))
                await call.RequestStream.WriteAsync(new() { Rows = new() { Agencies = { part } } }, cancellation);
            await call.RequestStream.CompleteAsync();
        }
        catch (Grpc.Core.RpcException)
        {
            // Refused before everything was sent: the answer below says why.
        }

        return await call.ResponseAsync;
    }
}
