using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

public sealed partial class AuditService
{
    private const int LargestChunk = 64 * 1024;

    /// <inheritdoc/>
    [AllowedTo(Role.Auditor, Role.Administrator, Within = Sphere.Installation)]
    public override async Task ExportAudit(V1.ExportAuditRequest request, IServerStreamWriter<V1.ExportAuditResponse> responseStream, ServerCallContext context)
    {
        var ct = context.CancellationToken;
        await using var reading = await AuditReading.Open(source, ct);
        Check.Rule(new SegmentsAreSealed(request.AfterSegment, request.AfterSegment == 0 || request.AfterSegment > 0 && await reading.Has(request.AfterSegment, ct)));
        var detail = "broken off";
        try
        {
            var (file, rows) = (new MemoryStream(), 0);
            await foreach (var line in Lines(reading, request.AfterSegment, ct))
            {
                rows += line.IsRow ? 1 : 0;
                file.Write(line.Json);
                file.WriteByte((byte)'\n');
                if (file.Length >= LargestChunk)
                    await Send(file, responseStream, ct);
            }

            await Send(file, responseStream, ct);
            detail = $"{rows} entries";
        }
        finally
        {
            await Audited(context, "auditEntries/-", detail);
        }
    }

    private async IAsyncEnumerable<AuditLine> Lines(AuditReading reading, long after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        yield return AuditLine.Beginning(settings.Service, clock.GetUtcNow(), after);
        var end = 0L;
        await foreach (var (segment, rows) in reading.Segments(after, ct))
        {
            end = segment.LastId;
            yield return AuditLine.Of(segment);
            foreach (var row in rows)
                yield return AuditLine.Of(row);
        }

        await foreach (var row in reading.Rows(end + 1, long.MaxValue).WithCancellation(ct))
            yield return AuditLine.Of(row);
    }

    private static async Task Send(MemoryStream file, IServerStreamWriter<V1.ExportAuditResponse> stream, CancellationToken ct)
    {
        var bytes = file.ToArray();
        file.SetLength(0);
        foreach (var chunk in bytes.Chunk(LargestChunk))
            await stream.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(chunk) }, ct);
    }
}
