using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Targets.Allocations;

namespace SocialPolicy.Indicators.Service.Targets;

internal sealed partial class TargetService
{
    [AllowedToAnyCaller]
    public override Task<V1.TargetAllocation> GetTargetAllocation(V1.GetTargetAllocationRequest request, ServerCallContext call)
    {
        var id = TargetName.Parse(request.Target, "target");
        return requests.Read(call, async connection =>
        {
            await MustBeKnown(connection, id, call.CancellationToken);
            return await connection.AllocationNow(id, call.CancellationToken);
        });
    }

    private static async Task MustBeKnown(NpgsqlConnection connection, Guid id, CancellationToken ct) => Check.Rule(new TargetsAreKnown(
        id, await connection.ExecuteScalarAsync<bool>(new("select exists (select from targets_in_force where id = @id)", new { id }, cancellationToken: ct))));
}
