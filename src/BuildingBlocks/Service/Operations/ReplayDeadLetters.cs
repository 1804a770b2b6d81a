using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

public sealed partial class OperationsService
{
    /// <inheritdoc/>
    [AllowedTo(Role.Operator, Role.Administrator)]
    public override async Task<V1.ReplayDeadLettersResponse> ReplayDeadLetters(V1.ReplayDeadLettersRequest request, ServerCallContext context)
    {
        var ids = request.Names.Select(name => DeadLetterName.Parse(name, "names")).ToHashSet();
        var detail = "broken off";
        try
        {
            var (replayed, failed) = await deadLetters.Replay(ids, context.CancellationToken);
            detail = $"replayed {replayed}, failed {failed}";
            return new() { ReplayedCount = replayed, FailedCount = failed };
        }
        finally
        {
            await Audited(context, request.Names.Count == 1 ? request.Names[0] : "deadLetters/-", detail);
        }
    }
}
