using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

public sealed partial class OperationsService
{
    /// <inheritdoc/>
    [AllowedTo(Role.Operator, Role.Administrator)]
    public override async Task<V1.OutboxState> GetOutboxState(V1.GetOutboxStateRequest request, ServerCallContext context)
    {
        var progress = await state.Outbox(context.CancellationToken);
        return new()
        {
            PendingCount = progress.Pending,
            OldestPendingAge = progress.OldestAge?.ToDuration(),
            PublishedCount = progress.Published,
            LastPublishTime = progress.LastPublishedAt?.ToTimestamp(),
        };
    }
}
