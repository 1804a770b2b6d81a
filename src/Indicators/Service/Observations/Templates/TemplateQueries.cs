using Dapper;
using Npgsql;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Observations.Templates;

/// <summary>Looks up what a template shows.</summary>
internal static class TemplateQueries
{
    private const string SelectIndicators = """
        select i.key, i.code, i.name, i.unit as measure, i.kind = 'judgement' as is_judgement, i.scale is not null as is_ratio
        from unnest(@keys) with ordinality as asked (key, position) join indicators i using (key) order by asked.position
        """;

    private const string OfPlan = """
        select i.key from targets_in_force t join indicators i on i.id = t.indicator_id
        where t.plan_id = @plan and t.ended_at is null group by i.key order by min(t.position)
        """;

    // Units of a level within, or those directly below; where there are none, the unit itself.
    private const string SelectUnits = """
        with within as (
            select d.id from directory_units d join measured_units m on m.unit_id = d.id
            where (@level is null and d.parent_id = @unit) or (d.level = @level and d.id <> @unit and (
                exists (select from directory_units c where c.id = @unit and c.level = 'country')
                or exists (select from unit_areas a join measured_units own on own.key = a.area where a.unit = m.key and own.unit_id = @unit)))
        ), there as (
            select d.id from within join directory_units d using (id)
            where (d.valid_from is null or d.valid_from <= @last) and (d.valid_to is null or d.valid_to >= @first)
        )
        select m.key, coalesce(d.codes[1], 'units/' || d.id) as code, d.name
        from directory_units d join measured_units m on m.unit_id = d.id
        where d.id in (select id from there) or (d.id = @unit and (@own or not exists (select from there)))
        order by d.id <> @unit, code
        """;

    private const string SelectGiven = """
        select * from current_observations o
        where o.year = any(@years) and o.indicator = any(@indicators) and o.unit = any(@units) and o.part = 0 and o.estimate = @estimate
            and (o.year, o.period) in (select * from unnest(@years, @periods))
        """;

    /// <summary>The indicators that are named, then those of the plan that are not. Throws INDICATOR_NOT_FOUND, NAME_MALFORMED.</summary>
    public static async Task<IReadOnlyList<TemplateIndicator>> IndicatorsOf(this NpgsqlConnection connection, V1.GetObservationTemplateRequest request, CancellationToken ct)
    {
        var names = new MeasuredNames(Guid.Empty);
        await names.Learn(connection, [.. request.Indicators], [], ct);
        var keys = request.Indicators.Select(name => names.RequireIndicator(name, "indicators").Key).ToList();
        if (request.Plan.Length > 0)
            keys.AddRange(await connection.QueryAsync<int>(new(OfPlan, new { plan = TargetService.PlanName.Parse(request.Plan, "plan") }, cancellationToken: ct)));
        var rows = await connection.QueryAsync<TemplateIndicator>(new(SelectIndicators, new { keys = keys.Distinct().ToArray() }, cancellationToken: ct));
        return rows.AsList();
    }

    /// <summary>The units of a template that are there in some of its periods.</summary>
    public static async Task<IReadOnlyList<TemplateUnit>> UnitsOf(this NpgsqlConnection connection, TemplateRequest asked, Guid unit, CancellationToken ct)
    {
        var key = new { level = asked.Level, unit, own = asked.OwnUnit, first = asked.Periods.Min(period => period.FirstDay), last = asked.Periods.Max(period => period.LastDay) };
        return (await connection.QueryAsync<TemplateUnit>(new(SelectUnits, key, cancellationToken: ct))).AsList();
    }

    /// <summary>What was given of them.</summary>
    public static async Task<IReadOnlyDictionary<ObservationKey, ObservationRow>> GivenOf(
        this NpgsqlConnection connection, TemplateRequest asked, IReadOnlyList<TemplateIndicator> indicators, IReadOnlyList<TemplateUnit> units, CancellationToken ct)
    {
        var key = new
        {
            years = asked.Periods.Select(period => period.Year).ToArray(),
            periods = asked.Periods.Select(period => period.Number).ToArray(),
            indicators = indicators.Select(indicator => indicator.Key).ToArray(),
            units = units.Select(unit => unit.Key).ToArray(),
            estimate = asked.Estimate,
        };
        return (await connection.QueryAsync<ObservationRow>(new(SelectGiven, key, cancellationToken: ct))).ToDictionary(row => row.Key);
    }
}
