using Dapper;
using Npgsql;

namespace SocialPolicy.DirectoryCopy.Agencies;

/// <summary>All agencies of some kinds in some place.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Below">False: in the unit itself; true: in the units right below it.</param>
/// <param name="Kinds">Kinds of agencies.</param>
public sealed record AgencyGroup(Guid UnitId, bool Below, IReadOnlyList<string> Kinds);

/// <summary>Finds who belongs to a group.</summary>
public static class AgencyGroups
{
    private const string Members = """
        select a.id, a.codes, a.name, a.kind, a.unit_id, a.parent_id, a.requested, a.valid_from, a.valid_to, a.succeeded_by, a.email
        from directory_agencies a join directory_units u on u.id = a.unit_id
        where a.kind = any(@kinds)
            and case when @below then u.parent_id else u.id end = @unit
            and (a.valid_from is null or a.valid_from <= @on) and (a.valid_to is null or a.valid_to >= @on)
        order by a.name, a.id
        """;

    /// <summary>Its members on the day, by name.</summary>
    public static async Task<IReadOnlyList<KnownAgency>> MembersOf(this NpgsqlConnection connection, AgencyGroup group, DateOnly on, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<KnownAgency>(new(
            Members, new { unit = group.UnitId, below = group.Below, kinds = group.Kinds.ToArray(), on }, cancellationToken: ct));
        return rows.AsList();
    }
}
