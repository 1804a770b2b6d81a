using Dapper;
using Npgsql;

namespace SocialPolicy.PlanRegistry.Service.Search;

/// <summary>What a search needs to know of plans.</summary>
internal static class SearchQueries
{
    public static Task<bool> IsInTheRegister(this NpgsqlConnection connection, Guid plan, CancellationToken ct) =>
        connection.ExecuteScalarAsync<bool>(new("select exists (select from plans where id = @plan)", new { plan }, cancellationToken: ct));

    /// <summary>The plans that the entries are in.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PlanShown>> PlansOf(this NpgsqlConnection connection, IReadOnlyList<FoundEntry> entries, CancellationToken ct)
    {
        var ids = entries.Select(entry => entry.PlanId).OfType<Guid>().Distinct().ToArray();
        var rows = await connection.QueryAsync<PlanShown>(new("select id, title, number, issuer from plans where id = any(@ids)", new { ids }, cancellationToken: ct));
        return rows.ToDictionary(row => row.Id);
    }
}
