using Dapper;
using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;

namespace SocialPolicy.PlanRegistry.Service.Plans;

internal sealed partial class PlanService
{
    private const int ChunkSize = 256 << 10;

    [AllowedToAnyCaller]
    public override async Task DownloadDocument(V1.DownloadDocumentRequest request, IServerStreamWriter<V1.DownloadDocumentResponse> stream, ServerCallContext call)
    {
        var id = PlanName.Parse(request.Name);
        Check.Rule(new ValuesAreKnown("form", $"{request.Form}", Enum.IsDefined(request.Form)));
        var stored = await requests.Read(call, [id], clock.Today(), connection => connection.QuerySingleOrDefaultAsync<StoredDocument>(
            new("select file_name, sha256, coalesce(text_sha256, sha256) as text_sha256 from plans where id = @id", new { id }, cancellationToken: call.CancellationToken)));
        Check.Rule(new PlansAreInTheRegister(id, stored is not null));

        var (name, sha256) = stored!.In(request.Form);
        await using var content = await files.Open(sha256, call.CancellationToken);
        await stream.WriteAsync(new() { File = new() { FileName = name, Sha256 = sha256, SizeBytes = content.Length } }, call.CancellationToken);
        var buffer = new byte[ChunkSize];
        for (int read; (read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, call.CancellationToken)) > 0;)
            await stream.WriteAsync(new() { Chunk = ByteString.CopyFrom(buffer, 0, read) }, call.CancellationToken);
    }

    private sealed class StoredDocument
    {
        public string FileName { get; init; } = "";
        public string Sha256 { get; init; } = "";
        public string TextSha256 { get; init; } = "";

        public (string FileName, string Sha256) In(V1.DocumentForm form)
        {
            if (form is V1.DocumentForm.Original || TextSha256 == Sha256)
                return (FileName, Sha256);
            return ($"{FileName}.txt", TextSha256);
        }
    }
}
