using Dapper;
using Npgsql;

namespace SocialPolicy.PlanRegistry.Service.Search;

/// <summary>What a search needs to know of plans.</summary>
internal static class SearchQueries
{
    /// <summary>The plans that the entries are in.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PlanShown>> PlansOf(this NpgsqlConnection connection, IReadOnlyList<FoundEntry> entries, CancellationToken ct)
    {
        var ids = entries.Select(entry => entry.PlanId).OfType<Guid>().Distinct().ToArray();
        var rows = await connection.QueryAsync<PlanShown>(new("select id, title, number, issuer from plans where id = any(@ids)", new { ids }, cancellationToken: ct));
        return rows.ToDictionary(row => row.Id);
    }
}
