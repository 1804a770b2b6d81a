using Dapper;
using Npgsql;

namespace SocialPolicy.DirectoryCopy.Agencies;

/// <summary>
/// Finds who stands for agencies on a day: an agency itself while it is there, else its one heir, and that one's. Nobody does for one
/// that is not known, has no heir or several: then a person has to say which duty went where.
/// </summary>
public static class StandingIn
{
    // Union, not union all: heirs in a circle end where they began.
    private const string Select = """
        with recursive line (origin, agency, there, succeeded_by) as (
            select a.id, a.id, t.there, a.succeeded_by
            from directory_agencies a, lateral (select coalesce(a.valid_from <= @on, true) and coalesce(a.valid_to >= @on, true) as there) t
            where a.id = any(@ids)
            union
            select line.origin, a.id, t.there, a.succeeded_by
            from line join directory_agencies a on a.id = line.succeeded_by[1],
                lateral (select coalesce(a.valid_from <= @on, true) and coalesce(a.valid_to >= @on, true) as there) t
            where not line.there and cardinality(line.succeeded_by) = 1
        )
        select line.origin, a.id, a.codes, a.name, a.kind, a.unit_id, a.parent_id, a.requested, a.valid_from, a.valid_to, a.succeeded_by, a.email
        from line join directory_agencies a on a.id = line.agency
        where line.there
        """;

    /// <summary>Of each agency who stands for it on the day; agencies for which nobody does are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, KnownAgency>> StandIns(
        this NpgsqlConnection connection, IEnumerable<Guid> agencies, DateOnly on, CancellationToken ct)
    {
        var ids = agencies.Distinct().ToArray();
        var rows = await connection.QueryAsync<Guid, KnownAgency, (Guid Origin, KnownAgency Agency)>(
            new CommandDefinition(Select, new { ids, on }, cancellationToken: ct), (origin, agency) => (origin, agency), splitOn: "id");
        return rows.ToDictionary(row => row.Origin, row => row.Agency);
    }

    /// <summary>Who stands for the agency on the day; null when nobody does.</summary>
    public static async Task<KnownAgency?> StandsFor(this NpgsqlConnection connection, Guid agency, DateOnly on, CancellationToken ct) =>
        (await connection.StandIns([agency], on, ct)).GetValueOrDefault(agency);
}
