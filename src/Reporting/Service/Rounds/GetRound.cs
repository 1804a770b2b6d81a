using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.Service.Rounds;

internal sealed partial class RoundService
{
    [AllowedToAnyCaller]
    public override Task<V1.Round> GetRound(V1.GetRoundRequest request, ServerCallContext call)
    {
        var id = Names.Round.Parse(request.Name);
        return requests.Read(call, async connection => await Show(
            connection, id, clock.Today(), await connection.AgenciesSeenBy(call.Caller(), clock.Today(), call.CancellationToken), call.CancellationToken));
    }

    private static async Task<V1.Round> Show(NpgsqlConnection connection, Guid id, DateOnly today, Guid[]? seen, CancellationToken ct)
    {
        var row = await connection.QuerySingleOrDefaultAsync<RoundRow>(new($"{RoundRow.Select} where r.id = @id", new { id, today, seen }, cancellationToken: ct));
        Check.Rule(new RoundsAreOpen(id, row is not null));
        return row!.ToContract();
    }
}
