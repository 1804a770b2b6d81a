using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Consolidations;

namespace SocialPolicy.Reporting.Service.Consolidations;

internal sealed partial class ConsolidationService
{
    [AllowedToAnyCaller]
    public override Task<V1.Consolidation> GetConsolidation(V1.GetConsolidationRequest request, ServerCallContext call)
    {
        var id = Names.Consolidation.Parse(request.Name);
        return requests.Read(call, async connection =>
        {
            var consolidation = await Show(connection, id, call.CancellationToken);
            var agency = AgencyNames.Pattern.Parse(consolidation.Agency);
            Check.Rule(new ConsolidationsAreThere(id, await connection.Reaches(call.Caller(), [agency], clock.Today(), call.CancellationToken)));
            return consolidation;
        });
    }
}
