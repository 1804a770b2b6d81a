using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.Service.Catalogue;

internal sealed partial class IndicatorService
{
    private const string CountTargets = "select count(*) from targets_in_force where indicator_id = @Id and ended_at is null";

    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override Task<V1.Indicator> RetireIndicator(V1.RetireIndicatorRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var before = await HoldToChange(work, request.Name, "name", request.Etag);
            Check.Rule(new IndicatorsInUseStay(before.Code, await work.Connection.ExecuteScalarAsync<long>(work.Sql(CountTargets, new { before.Id }))));

            return await Keep(work, before, before with { RetiredAt = work.At }, "retired");
        });
}
