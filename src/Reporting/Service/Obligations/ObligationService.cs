using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Reporting.Domain.Obligations;

namespace SocialPolicy.Reporting.Service.Obligations;

/// <summary>What is owed; one file per RPC.</summary>
internal sealed partial class ObligationService(Requests requests, TimeProvider clock) : V1.ObligationService.ObligationServiceBase
{
    /// <summary>In the order of the ids, all or nothing. Those of agencies that the caller does not reach are as if they were not there.</summary>
    private static async Task<IReadOnlyList<ObligationRow>> Require(NpgsqlConnection connection, IReadOnlyList<Guid> ids, Caller caller, DateOnly on, CancellationToken ct)
    {
        var seen = await connection.AgenciesSeenBy(caller, on, ct);
        var rows = await connection.QueryAsync<ObligationRow>(new(
            $"{ObligationRow.Select} where o.id = any(@ids) and (@seen::uuid[] is null or o.agency_id = any(@seen) or o.receiver_id = any(@seen))", new { ids, seen }, cancellationToken: ct));
        var found = rows.ToDictionary(row => row.Id);
        Check.All(ids.Select(id => new ObligationsAreIssued(id, found.ContainsKey(id))));
        return [.. ids.Select(id => found[id])];
    }
}
