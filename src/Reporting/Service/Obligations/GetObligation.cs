using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;

namespace SocialPolicy.Reporting.Service.Obligations;

internal sealed partial class ObligationService
{
    private const string SelectTurns = "select state, reason, due, receiver_id, at from obligation_turns where obligation_id = @id order by version";

    [AllowedToAnyCaller]
    public override Task<V1.Obligation> GetObligation(V1.GetObligationRequest request, ServerCallContext call)
    {
        var id = Names.Obligation.Parse(request.Name);
        return requests.Read(call, async connection =>
        {
            var obligation = (await Require(connection, [id], call.Caller(), clock.Today(), call.CancellationToken))[0].ToContract(clock.Today());
            var turns = await connection.QueryAsync<TurnRow>(new(SelectTurns, new { id }, cancellationToken: call.CancellationToken));
            obligation.Turns.Add(turns.Select(turn => turn.ToContract()));
            return obligation;
        });
    }
}
