using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

public sealed partial class AuditService
{
    private const int MostFindings = 100;
    private const int MostHeads = 100;

    /// <inheritdoc/>
    [AllowedTo(Role.Auditor, Role.Administrator, Within = Sphere.Installation)]
    public override async Task VerifyAudit(V1.VerifyAuditRequest request, IServerStreamWriter<V1.VerifyAuditResponse> responseStream, ServerCallContext context)
    {
        Check.Rule(new BatchesAreSmall(request.KnownHeads.Count, MostHeads, "known_heads"));
        Check.All(request.KnownHeads.Select(head => new HeadsAreWhole(head.Segment, head.Digest)));
        var so = new V1.VerifyAuditResponse();
        var detail = "broken off";
        try
        {
            // What is remembered before the moment opens must be there in it.
            var remembered = memory.Farthest;
            await using var reading = await AuditReading.Open(source, context.CancellationToken);
            await foreach (var finding in AuditProof.Findings(reading, settings.Service, keys, [.. request.KnownHeads.Select(Known), .. remembered is null ? [] : (AuditHead[])[remembered]], so, context.CancellationToken))
            {
                so.FindingCount += finding is null ? 0 : 1;
                if (so.FindingCount <= MostFindings || finding is null)
                    await responseStream.WriteAsync(new(so) { Finding = finding }, context.CancellationToken);
            }

            detail = so.FindingCount == 0 ? "whole" : $"{so.FindingCount} findings";
            await responseStream.WriteAsync(new(so) { Head = ToContract(await reading.Last(context.CancellationToken)), Done = true }, context.CancellationToken);
        }
        finally
        {
            await Audited(context, "auditEntries/-", detail);
        }
    }

    private static AuditHead Known(V1.AuditHead head) => new(head.Segment, head.LastEntry, Convert.FromHexString(head.Digest));
}
