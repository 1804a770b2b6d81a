using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

public sealed partial class AuditService
{
    /// <inheritdoc/>
    [AllowedTo(Role.Auditor, Role.Administrator, Within = Sphere.Installation)]
    public override async Task<V1.AuditHead> GetAuditHead(V1.GetAuditHeadRequest request, ServerCallContext context)
    {
        await using var reading = await AuditReading.Open(source, context.CancellationToken);
        return ToContract(await reading.Last(context.CancellationToken));
    }
}
