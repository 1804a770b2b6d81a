using System.Globalization;
using Dapper;
using Npgsql;

namespace SocialPolicy.Benchmarks.Ingest;

/// <summary>A country to measure: 34 provinces, 3,321 communes, an office for all of them, 60 indicators.</summary>
internal static class Nation
{
    public const int Communes = 3_321;
    public const int Indicators = 60;
    public const int Periods = 12;
    public const string Office = "spp:office";

    private const string Directory = """
        insert into directory_units (id, version, codes, name, level, parent_id, succeeded_by)
        select md5('country')::uuid, 1, '{gso:vn}', 'Việt Nam', 'country', null, '{}';
        insert into directory_units (id, version, codes, name, level, parent_id, succeeded_by)
        select md5('province ' || n)::uuid, 1, array['gso:' || lpad(n::text, 2, '0')], 'Tỉnh ' || n, 'province', md5('country')::uuid, '{}' from generate_series(1, 34) n;
        insert into directory_units (id, version, codes, name, level, parent_id, succeeded_by)
        select md5('commune ' || n)::uuid, 1, array['gso:' || lpad(n::text, 5, '0')], 'Xã ' || n, 'commune', md5('province ' || (n * 34 / 3322 + 1))::uuid, '{}' from generate_series(1, 3321) n;
        insert into directory_agencies (id, version, codes, name, kind, unit_id, requested, succeeded_by)
        values (md5('office')::uuid, 1, '{spp:office}', 'Cục Thống kê', 'vertical', md5('country')::uuid, false, '{}');
        insert into indicators (id, version, code, name, name_en, unit, kind, population, over_units, over_time, theme, origin, created_at, updated_at, folded, bare)
        select md5('indicator ' || n)::uuid, 1, 'i' || n, 'Chỉ tiêu ' || n, '', 'người', 'number', '', 'sum', 'sum', 'health', 'person', now(), now(), 'chỉ tiêu ' || n, 'chi tieu ' || n
        from generate_series(1, 60) n;
        """;

    /// <summary>Puts it into a migrated database.</summary>
    public static async Task Found(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.ExecuteAsync(Directory);
        await connection.ExecuteAsync("analyze directory_units, measured_units, unit_areas, indicators");
    }

    /// <summary>What communes give of a year, commune after commune as their reports come.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="shift">Added to each value: another one is another value.</param>
    public static IEnumerable<(int Commune, int Indicator, int Month, decimal Value)> Year(int rows, int shift) =>
        Enumerable.Range(0, rows).Select(row => (
            row / (Indicators * Periods) + 1,
            row % (Indicators * Periods) / Periods + 1,
            row % Periods + 1,
            row % 977 / 10m + shift));

    public static string Unit(int commune) => string.Create(CultureInfo.InvariantCulture, $"gso:{commune:00000}");

    public static string Indicator(int number) => string.Create(CultureInfo.InvariantCulture, $"spp:i{number}");

    public static string Period(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");
}
