using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;

namespace SocialPolicy.Reporting.Service.Obligations;

internal sealed partial class ObligationService
{
    private const int MostNames = 500;

    [AllowedToAnyCaller]
    public override Task<V1.BatchGetObligationsResponse> BatchGetObligations(V1.BatchGetObligationsRequest request, ServerCallContext call)
    {
        Check.Rule(new BatchesAreSmall(request.Names.Count, MostNames));
        var ids = request.Names.Select(name => Names.Obligation.Parse(name, "names")).ToList();
        var today = clock.Today();

        return requests.Read(call, async connection => new V1.BatchGetObligationsResponse
        {
            Obligations = { (await Require(connection, ids, call.Caller(), today, call.CancellationToken)).Select(row => row.ToContract(today)) },
        });
    }
}
