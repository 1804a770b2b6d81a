using Dapper;
using Npgsql;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Domain.Statistics;
using SocialPolicy.Indicators.Service.Observations;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Ratings;

/// <summary>Finds the ways to targets (lộ trình): what their plan demands earlier, and what there was in the year before the plan.</summary>
internal static class WayQueries
{
    private const string Select = """
        select other.* from targets_in_force other
        where other.ended_at is null and (other.plan_id, other.indicator_id) in (select plan_id, indicator_id from targets_in_force where id = any(@targets));

        select asked.target, i.over_time = 'sum' as adds_up, o.year, o.value
        from unnest(@targets, @units) as asked (target, unit)
        join targets_in_force t on t.id = asked.target
        join indicators i on i.id = t.indicator_id
        left join observations o on o.year = t.plan_from_year - 1 and o.indicator = i.key and o.unit = asked.unit and o.period = 0 and o.part = 0 and not o.estimate
        """;

    /// <summary>By target, the ways to those that have a value. What is summed up over a year has no way within it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Waypoints>> WaysOf(
        this NpgsqlConnection connection, IEnumerable<(TargetRow Target, ObservationRow? Observation)> measured, CancellationToken ct)
    {
        var asked = measured.Where(pair => pair.Observation is not null).Select(pair => (pair.Target, Observation: pair.Observation!)).ToList();
        if (asked.Count == 0)
            return new Dictionary<Guid, Waypoints>();

        var parameters = new { targets = asked.Select(pair => pair.Target.Id).ToArray(), units = asked.Select(pair => pair.Observation.Unit).ToArray() };
        await using var answers = await connection.QueryMultipleAsync(new(Select, parameters, cancellationToken: ct));
        var others = (await answers.ReadAsync<TargetRow>()).ToLookup(row => (row.PlanId, row.IndicatorId), row => row.ToDomain());
        var starts = (await answers.ReadAsync<Start>()).ToDictionary(start => start.Target);
        return asked
            .Where(pair => starts.TryGetValue(pair.Target.Id, out var start) && !(start.AddsUp && pair.Observation.ObservedPeriod.Months < 12))
            .ToDictionary(
                pair => pair.Target.Id,
                pair => Waypoints.Of(pair.Target.ToDomain(), others[(pair.Target.PlanId, pair.Target.IndicatorId)], starts[pair.Target.Id].Baseline));
    }

    private sealed class Start
    {
        public Guid Target { get; init; }
        public bool AddsUp { get; init; }
        public short? Year { get; init; }
        public decimal? Value { get; init; }

        public YearValue? Baseline => Year is { } year && Value is { } value ? new(year, value) : null;
    }
}
