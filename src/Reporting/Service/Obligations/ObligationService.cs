using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Reporting.Domain.Obligations;

namespace SocialPolicy.Reporting.Service.Obligations;

/// <summary>What is owed; one file per RPC.</summary>
internal sealed partial class ObligationService(Requests requests, TimeProvider clock) : V1.ObligationService.ObligationServiceBase
{
    /// <summary>In the order of the ids, all or nothing.</summary>
    private static async Task<IReadOnlyList<ObligationRow>> Require(NpgsqlConnection connection, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<ObligationRow>(new($"{ObligationRow.Select} where o.id = any(@ids)", new { ids }, cancellationToken: ct));
        var found = rows.ToDictionary(row => row.Id);
        Check.All(ids.Select(id => new ObligationsAreIssued(id, found.ContainsKey(id))));
        return [.. ids.Select(id => found[id])];
    }
}
