using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Reporting.Domain.Consolidations;

namespace SocialPolicy.Reporting.Service.Consolidations;

/// <summary>Consolidations; one file per RPC.</summary>
internal sealed partial class ConsolidationService(Requests requests, TimeProvider clock) : V1.ConsolidationService.ConsolidationServiceBase
{
    private static async Task<V1.Consolidation> Show(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        var row = await connection.QuerySingleOrDefaultAsync<ConsolidationRow>(
            new("select * from consolidations where id = @id", new { id }, cancellationToken: ct));
        Check.Rule(new ConsolidationsAreThere(id, row is not null));
        return row!.ToFullContract(await connection.NamesIn([row!], ct));
    }
}
