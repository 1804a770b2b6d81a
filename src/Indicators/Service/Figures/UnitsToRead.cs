using Dapper;
using Npgsql;
using SocialPolicy.Indicators.Service.Observations;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>Finds the units whose figures are read.</summary>
internal static class UnitsToRead
{
    /// <summary>
    /// Common table <c>units</c>: those of a level within an area that are there on a day; without a level, of the highest that there
    /// is within it. Areas end at provinces: what is within the country is found by them.
    /// </summary>
    public const string Within = $"""
        with inside as (
            select {Columns} from directory_units d join measured_units m on m.unit_id = d.id
            where d.level <> 'country' and coalesce(d.valid_from <= @day, true) and coalesce(d.valid_to >= @day, true)
                and (@area::int is null or exists (
                    select from unit_areas a where a.unit = m.key and a.area = @area and a.boundaries = any(@boundaries)))
                and (@country::uuid is null or d.parent_id = @country or exists (
                    select from unit_areas a join measured_units p on p.key = a.area join directory_units province on province.id = p.unit_id
                    where a.unit = m.key and a.boundaries = any(@boundaries) and province.parent_id = @country))
        ), units as (
            select * from inside where level = coalesce(@level::smallint, (select min(level) from inside))
        )
        """;

    private const string Columns = """
        m.key, d.id, d.codes, d.name, d.valid_from, d.valid_to,
        case d.level when 'country' then 0 when 'province' then 1 when 'district' then 2 else 3 end::smallint as level
        """;

    private const string ById = $"select {Columns} from directory_units d join measured_units m on m.unit_id = d.id where d.id = @Id";

    private const string Provinces = $"""
        select {Columns} from directory_units d join measured_units m on m.unit_id = d.id
        where d.level = 'province' and d.parent_id = any(@countries)
            and (@day::date is null or (coalesce(d.valid_from <= @day, true) and coalesce(d.valid_to >= @day, true)))
        """;

    /// <summary>The unit that a request names. Throws NAME_MALFORMED, UNIT_NOT_FOUND.</summary>
    public static async Task<UnitToRead> RequireUnitToRead(this NpgsqlConnection connection, string name, string field, CancellationToken ct)
    {
        var known = await connection.RequireUnit(name, field, ct);
        return await connection.QuerySingleAsync<UnitToRead>(new(ById, new { known.Id }, cancellationToken: ct));
    }

    /// <summary>What <see cref="Within"/> is asked for.</summary>
    /// <param name="area">The area; null for the whole installation.</param>
    /// <param name="level">1 province, 2 district, 3 commune; null for the highest.</param>
    /// <param name="day">When the units are there.</param>
    /// <param name="boundaries">Of areas, as in rollups.</param>
    public static DynamicParameters Asked(UnitToRead? area, short? level, DateOnly day, short[] boundaries) => new(new
    {
        area = area is { Level: > 0 } ? (int?)area.Key : null,
        country = area is { Level: 0 } ? (Guid?)area.Id : null,
        level,
        day,
        boundaries,
    });

    /// <summary>Units by name.</summary>
    public static async Task<IReadOnlyList<UnitToRead>> UnitsWithin(this NpgsqlConnection connection, DynamicParameters asked, CancellationToken ct) =>
        (await connection.QueryAsync<UnitToRead>(new($"{Within} select * from units order by name, id", asked, cancellationToken: ct))).AsList();

    /// <summary>The provinces of countries: those of a day, or all that there have ever been.</summary>
    public static async Task<IReadOnlyList<UnitToRead>> ProvincesOf(
        this NpgsqlConnection connection, IEnumerable<UnitToRead> countries, DateOnly? day, CancellationToken ct) =>
        (await connection.QueryAsync<UnitToRead>(new(Provinces, new { countries = countries.Select(country => country.Id).ToArray(), day }, cancellationToken: ct))).AsList();
}
