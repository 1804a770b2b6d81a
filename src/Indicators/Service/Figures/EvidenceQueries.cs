using Dapper;
using Npgsql;
using SocialPolicy.Indicators.Domain.Figures;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>Reads what figures rest on: one round trip, however many units, indicators and periods.</summary>
internal static class EvidenceQueries
{
    private const string Select = """
        select o.indicator, o.unit, o.part, o.year, o.period, o.estimate, o.revision, o.value, o.numerator, o.denominator, o.achieved, o.official
        from observations o
        where o.year between @FromYear and @ToYear and o.indicator = any(@indicators) and o.unit = any(@units) and o.period = any(@Periods) and o.part = @part;

        select r.indicator, r.area, r.level, r.year, r.period, r.estimate, sum(r.units)::int as units, sum(r.weighted)::int as weighted,
            sum(r.total) as total, sum(r.numerator) as numerator, sum(r.denominator) as denominator
        from rollups r
        where r.year between @FromYear and @ToYear and r.indicator = any(@indicators) and r.period = any(@Periods) and r.area = any(@units)
            and r.boundaries = any(@Boundaries) and r.part = @part and r.units > 0
        group by r.indicator, r.area, r.level, r.year, r.period, r.estimate;

        select a.area, a.level, d.valid_from, d.valid_to, count(*)::int as count
        from unit_areas a join measured_units u on u.key = a.unit join directory_units d on d.id = u.unit_id
        where a.area = any(@units) and a.boundaries = any(@Boundaries)
        group by a.area, a.level, d.valid_from, d.valid_to
        """;

    // No part has it.
    private const int OfNothing = -1;

    /// <param name="connection">Open.</param>
    /// <param name="asked">What is looked at.</param>
    /// <param name="today">Which provinces the country has, where units are as they are now.</param>
    /// <param name="ct">The call.</param>
    public static async Task<EvidenceBook> Evidence(this NpgsqlConnection connection, AskedFigures asked, DateOnly today, CancellationToken ct)
    {
        var countries = asked.Units.Where(unit => unit.Level == 0).ToList();
        var provinces = countries.Count > 0 ? await connection.ProvincesOf(countries, asked.AsNow ? today : null, ct) : [];
        await using var answers = await connection.QueryMultipleAsync(new(
            Select,
            new
            {
                asked.FromYear,
                asked.ToYear,
                indicators = asked.Indicators.ToArray(),
                units = asked.Units.Concat(provinces).Select(unit => unit.Key).Distinct().ToArray(),
                asked.Periods,
                part = asked.Part ?? OfNothing,
                asked.Boundaries,
            },
            cancellationToken: ct));
        return new(
            (await answers.ReadAsync<OwnRow>()).ToLookup(row => (row.Indicator, row.Unit), row => row.ToDomain()),
            (await answers.ReadAsync<SumsRow>()).ToLookup(row => (row.Indicator, row.Area), row => row.ToDomain()),
            (await answers.ReadAsync<WithinRow>()).ToLookup(row => row.Area, row => row.ToDomain()),
            provinces);
    }
}

/// <summary>Evidence by indicator and unit.</summary>
internal sealed class EvidenceBook(
    ILookup<(int Indicator, int Unit), OwnValue> own,
    ILookup<(int Indicator, int Area), LevelSums> sums,
    ILookup<int, UnitsWithin> within,
    IReadOnlyList<UnitToRead> provinces)
{
    public Evidence Of(int indicator, UnitToRead unit) =>
        new(unit.ToDomain(), own[(indicator, unit.Key)], sums[(indicator, unit.Key)], [.. within[unit.Key]])
        {
            Provinces = unit.Level == 0 ? [.. provinces.Select(province => Of(indicator, province))] : [],
        };
}
