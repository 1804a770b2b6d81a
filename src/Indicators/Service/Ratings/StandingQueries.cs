using Dapper;
using Npgsql;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Service.Observations;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Ratings;

/// <summary>Finds what ratings rest on: values of the whole, of periods of a month and more.</summary>
internal static class StandingQueries
{
    // One year at a time, the latest first: what lies further back is not touched.
    private const string SelectLatestYear = """
        with latest as (
            select o.year from observations o
            where o.indicator = (select key from indicators where id = @indicator) and o.part = 0 and o.period < 100
                and (@unit::uuid is null or o.unit = (select key from measured_units where unit_id = @unit))
            order by o.year desc limit 1
        )
        select o.* from current_observations o
        where o.year = (select year from latest) and o.indicator = (select key from indicators where id = @indicator) and o.part = 0 and o.period < 100
            and (@unit::uuid is null or o.unit = (select key from measured_units where unit_id = @unit))
        order by o.batch desc limit 1000
        """;

    private const string SelectLevels = """
        select o.* from current_observations o
        join unnest(@indicators, @units) as asked (indicator, unit) on (o.indicator, o.unit) = (asked.indicator, asked.unit)
        where o.part = 0 and o.period < 100 and o.value is not null and not o.estimate
        """;

    /// <summary>
    /// The newest observation of a target's indicator in a unit: of the period that ends last, of those that end together the longest,
    /// what was done before what is expected. Null when nobody observed it.
    /// </summary>
    /// <param name="connection">Open.</param>
    /// <param name="target">The target.</param>
    /// <param name="unit">The unit; null: any, where the unit of the plan is not known.</param>
    /// <param name="ct">The call.</param>
    public static async Task<ObservationRow?> Newest(this NpgsqlConnection connection, TargetRow target, Guid? unit, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<ObservationRow>(new(SelectLatestYear, new { indicator = target.IndicatorId, unit }, cancellationToken: ct));
        return rows.MaxBy(row => (row.ObservedPeriod.LastDay, row.ObservedPeriod.Months, !row.Estimate));
    }

    /// <summary>By target, the baselines of those whose target demands a change and that have one: what the same unit had before.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Level>> BaselinesOf(
        this NpgsqlConnection connection, IEnumerable<(TargetRow Target, ObservationRow? Observation)> measured, CancellationToken ct)
    {
        var changes = measured
            .Where(pair => pair.Observation is not null && Change.IsDemandedBy(pair.Target.ToDomain()))
            .Select(pair => (pair.Target, Observation: pair.Observation!))
            .ToList();
        if (changes.Count == 0)
            return new Dictionary<Guid, Level>();

        var asked = changes.Select(pair => (pair.Observation.Indicator, pair.Observation.Unit)).Distinct().ToList();
        var rows = await connection.QueryAsync<ObservationRow>(new(
            SelectLevels,
            new { indicators = asked.Select(pair => pair.Indicator).ToArray(), units = asked.Select(pair => pair.Unit).ToArray() },
            cancellationToken: ct));
        var levels = rows.ToLookup(row => (row.Indicator, row.Unit), row => new Level(row.ObservedPeriod.Reporting!, row.Value!.Value));
        return changes
            .Select(pair => (pair.Target.Id, Level: Change.BaselineOf(
                pair.Target.ToDomain(), pair.Observation.ObservedPeriod.Reporting!, levels[(pair.Observation.Indicator, pair.Observation.Unit)])))
            .Where(found => found.Level is not null)
            .ToDictionary(found => found.Id, found => found.Level!);
    }
}
