using System.Diagnostics;
using System.Globalization;
using Dapper;
using Npgsql;

namespace SocialPolicy.Benchmarks.Ingest;

/// <summary>
/// The same rows into the same tables by the shortest way there is: copied into a stage, then one statement for each table, without a
/// check, a caller or an announcement.
/// </summary>
internal sealed class StagedUpsert(string database) : IAsyncDisposable
{
    private const string Stage = """
        create temp table if not exists stage (indicator int, unit int, year smallint, period smallint, value numeric);
        truncate stage
        """;

    private NpgsqlConnection connection = null!;

    public async Task Open()
    {
        connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
    }

    /// <summary>Seconds.</summary>
    public async Task<double> Run(int year, int rows, int shift)
    {
        await connection.ExecuteAsync(Stage);
        (int, int, short, decimal)[] given = [.. Nation.Year(rows, shift).Select(row => (row.Indicator, row.Commune, (short)(20 + row.Month), row.Value))];
        var units = (await connection.QueryAsync<(string Code, int Key)>("select d.codes[1], m.key from directory_units d join measured_units m on m.unit_id = d.id"))
            .ToDictionary(unit => unit.Code, unit => unit.Key);
        int[] keys = [0, .. Enumerable.Range(1, Nation.Communes).Select(commune => units[Nation.Unit(commune)])];
        var began = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();
        await Copy(year, given, keys, "stage (indicator, unit, year, period, value)");
        await connection.ExecuteAsync(Statements(year));
        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Copies straight into a table with the same key. Seconds.</summary>
    public async Task<double> RunFresh(int year, int rows, int shift)
    {
        await connection.ExecuteAsync("drop table if exists fresh; create table fresh (like observations_2020 including all)");
        (int, int, short, decimal)[] given = [.. Nation.Year(rows, shift).Select(row => (row.Indicator, row.Commune, (short)(20 + row.Month), row.Value))];
        int[] keys = [.. Enumerable.Range(0, Nation.Communes + 1)];
        await connection.ExecuteAsync("alter table fresh alter batch set default 1, alter part set default 0, alter revision set default 1, alter estimate set default false, alter official set default false");
        var began = Stopwatch.GetTimestamp();
        await Copy(year, given, keys, "fresh (indicator, unit, year, period, value)");
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task Copy(int year, (int Indicator, int Commune, short Period, decimal Value)[] rows, int[] units, string target)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)");
        foreach (var (indicator, commune, period, value) in rows)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(indicator);
            await copy.WriteAsync(units[commune]);
            await copy.WriteAsync((short)year);
            await copy.WriteAsync(period);
            await copy.WriteAsync(value);
        }

        await copy.CompleteAsync();
    }

    private static string Statements(int year) => string.Create(CultureInfo.InvariantCulture, $"""
        insert into observation_revisions_{year} (batch, replaced_by, indicator, unit, part, revision, year, period, estimate, official, value)
        select o.batch, o.batch + 1, o.indicator, o.unit, o.part, o.revision, o.year, o.period, o.estimate, o.official, o.value
        from stage s join observations_{year} o on (o.year, o.indicator, o.unit, o.period, o.part, o.estimate) = (s.year, s.indicator, s.unit, s.period, 0, false)
        where o.value is distinct from s.value;
        insert into observations_{year} as o (batch, indicator, unit, part, revision, year, period, estimate, official, value)
        select 1, indicator, unit, 0, 1, year, period, false, false, value from stage
        on conflict (year, indicator, unit, period, part, estimate) do update set value = excluded.value, batch = o.batch + 1, revision = o.revision + 1
        where o.value is distinct from excluded.value;
        insert into rollups_{year} as r (indicator, area, part, units, weighted, year, period, boundaries, level, estimate, total, numerator, denominator)
        select s.indicator, a.area, 0, count(*), 0, s.year, s.period, a.boundaries, a.level, false, sum(s.value), 0, 0
        from stage s join unit_areas a on a.unit = s.unit group by s.indicator, a.area, s.year, s.period, a.boundaries, a.level
        on conflict (year, indicator, period, area, boundaries, level, part, estimate) do update set units = excluded.units, total = excluded.total
        where r.total is distinct from excluded.total
        """);
}
