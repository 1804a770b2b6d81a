using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Retention;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

public sealed partial class OperationsService
{
    /// <inheritdoc/>
    [AllowedTo(Role.Operator, Role.Administrator)]
    public override Task<V1.ListRetentionRulesResponse> ListRetentionRules(V1.ListRetentionRulesRequest request, ServerCallContext context) =>
        Task.FromResult(new V1.ListRetentionRulesResponse { Rules = { retention.All.Select(ToContract) } });

    private static V1.RetentionRule ToContract(Kept kept) => new()
    {
        Name = $"retentionRules/{kept.Rule.Name}",
        Description = kept.Rule.What,
        Days = kept.Days,
        DefaultDays = kept.Rule.Days,
        LeastDays = kept.Rule.Least,
        MostDays = kept.Rule.Most,
    };
}
