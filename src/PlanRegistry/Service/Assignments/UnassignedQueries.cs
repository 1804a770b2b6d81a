using Dapper;
using Npgsql;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Service.Directory;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

/// <summary>Whom a name that waits may mean.</summary>
internal static class UnassignedQueries
{
    private const int MostCandidates = 10;

    // Heirs that have ended themselves give way to theirs; ten generations are more than any office has seen.
    private const string Heirs = """
        with recursive heirs as (
            select a.id as ended, a.id as via, h.id, array[h.place] as path
            from agencies a, unnest(a.succeeded_by) with ordinality as h (id, place) where a.id = any(@ended)
            union all
            select h.ended, a.id, n.id, h.path || n.place
            from heirs h join agencies a on a.id = h.id, unnest(a.succeeded_by) with ordinality as n (id, place)
            where a.valid_to < @on and cardinality(h.path) < 10
        ), firsts as (
            select distinct on (h.ended, h.id) h.ended, h.via, h.id, h.path from heirs h join agencies a on a.id = h.id
            where (a.valid_from is null or a.valid_from <= @on) and (a.valid_to is null or a.valid_to >= @on)
            order by h.ended, h.id, h.path
        )
        select f.ended, f.id, (
            select string_agg(distinct took.function, '; ') from succession_members took
            where took.agency_id = f.id and took.role = 'heir' and exists (select from succession_members gave
                where gave.succession_id = took.succession_id and gave.role = 'predecessor' and gave.agency_id = f.via)
        ) as function
        from firsts f order by f.ended, f.path
        """;

    /// <summary>The heirs in force of agencies that have ended.</summary>
    public static async Task<ILookup<Guid, Candidate>> HeirsOf(this NpgsqlConnection connection, Guid[] ended, DateOnly on, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<HeirRow>(new(Heirs, new { ended, on }, cancellationToken: ct));
        return rows.ToLookup(row => row.Ended, row => new Candidate(
            row.Id, Confidence.Heir, row.Function is { } function ? $"It took over from it: {function}." : "It took over from it."));
    }

    /// <summary>Candidates with their names.</summary>
    public static async Task<IReadOnlyList<V1.PartyCandidate>> Show(this NpgsqlConnection connection, IEnumerable<Candidate> candidates, CancellationToken ct)
    {
        var shown = candidates.Take(MostCandidates).ToList();
        if (shown.Count == 0)
            return [];
        var agencies = (await connection.QueryAsync<AgencyStored>(new(
            $"select {AgencyStored.Columns} from agencies where id = any(@ids)", new { ids = shown.Select(one => one.AgencyId).ToArray() }, cancellationToken: ct)))
            .ToDictionary(agency => agency.Id);
        return [.. shown.Select(one => one.ToContract(agencies[one.AgencyId]))];
    }

    private sealed class HeirRow
    {
        public Guid Ended { get; init; }
        public Guid Id { get; init; }
        public string? Function { get; init; }
    }
}
