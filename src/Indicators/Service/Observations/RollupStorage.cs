using Dapper;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>Keeps what changes of roll-ups.</summary>
internal static class RollupStorage
{
    private const string Keep = """
        update measured_units set measured = true where key = any(@measured) and not measured;

        insert into rollups as r (indicator, area, part, units, weighted, year, period, boundaries, level, estimate, total, numerator, denominator)
        select * from unnest(@indicators, @areas, @parts, @units, @weighted, @years, @periods, @boundaries, @levels, @estimates, @totals, @numerators, @denominators)
            as c (indicator, area, part, units, weighted, year, period, boundaries, level, estimate, total, numerator, denominator)
        order by year, indicator, period, area, boundaries, level, part, estimate
        on conflict (year, indicator, period, area, boundaries, level, part, estimate) do update set units = r.units + excluded.units,
            weighted = r.weighted + excluded.weighted, total = r.total + excluded.total, numerator = r.numerator + excluded.numerator,
            denominator = r.denominator + excluded.denominator
        """;

    /// <param name="work">The act.</param>
    /// <param name="rollups">What changes.</param>
    /// <param name="measured">Keys of the units that values were given of.</param>
    public static Task KeepRollups(this Work work, IReadOnlyDictionary<RollupKey, RollupChange> rollups, IReadOnlyCollection<int> measured)
    {
        var changes = rollups.Where(entry => entry.Value != default).ToList();
        return work.Connection.ExecuteAsync(work.Sql(Keep, new
        {
            measured = measured.ToArray(),
            indicators = changes.Select(entry => entry.Key.Indicator).ToArray(),
            areas = changes.Select(entry => entry.Key.Area).ToArray(),
            parts = changes.Select(entry => entry.Key.Part).ToArray(),
            units = changes.Select(entry => entry.Value.Units).ToArray(),
            weighted = changes.Select(entry => entry.Value.Weighted).ToArray(),
            years = changes.Select(entry => entry.Key.Period.Year).ToArray(),
            periods = changes.Select(entry => entry.Key.Period.Number).ToArray(),
            boundaries = changes.Select(entry => entry.Key.Boundaries).ToArray(),
            levels = changes.Select(entry => entry.Key.Level).ToArray(),
            estimates = changes.Select(entry => entry.Key.Estimate).ToArray(),
            totals = changes.Select(entry => entry.Value.Total).ToArray(),
            numerators = changes.Select(entry => entry.Value.Numerator).ToArray(),
            denominators = changes.Select(entry => entry.Value.Denominator).ToArray(),
        }));
    }

    public static Task Execute(this Work work, string statement) => work.Connection.ExecuteAsync(work.Sql(statement));
}
